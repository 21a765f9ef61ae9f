import { translate } from '@docusaurus/Translate';
import { useMemo } from 'react';
import type { Locale } from 'workloop/messages';
import { useLocale } from '../useLocale';
import { traceWords, type TimelineWords } from './words';

/** The words of a timeline in the page's language. */
export function useTimelineWords(): TimelineWords {
  const locale = useLocale();
  return useMemo(() => wordsOfPage(locale), [locale]);
}

function wordsOfPage(locale: Locale): TimelineWords {
  return {
    say: traceWords(locale),
    stepNumber: (n) => translate({ id: 'timeline.stepNumber', message: 'Step {n}' }, { n }),
    other: (context, why) =>
      translate({ id: 'timeline.other', message: '{context}: {why}' }, { context, why }),
    idle: translate({ id: 'timeline.idle', message: 'has nothing to do' }),
  };
}
