import { translate } from '@docusaurus/Translate';
import { useMemo } from 'react';
import type { TimelineWords } from './words';

/** The words of a timeline in the page's language. */
export function useTimelineWords(): TimelineWords {
  return useMemo(() => wordsOfPage(), []);
}

function wordsOfPage(): TimelineWords {
  return {
    step: translate({ id: 'timeline.step', message: 'step' }),
    stepNumber: translate({ id: 'timeline.stepNumber', message: 'Step {n}' }),
    other: translate({ id: 'timeline.other', message: '{context}: {why}' }),
    nobodyAsleep: translate({ id: 'timeline.nobodyAsleep', message: '(nobody asleep)' }),
    asleepOn: translate({ id: 'timeline.asleepOn', message: 'asleep on {on}' }),
    waitsFor: translate({ id: 'timeline.waitsFor', message: 'waits: {owner} holds {lock}' }),
    masked: translate({ id: 'timeline.masked', message: 'masked' }),
    finished: translate({ id: 'timeline.finished', message: 'finished' }),
    idle: translate({ id: 'timeline.idle', message: 'has nothing to do' }),
    preempts: translate({ id: 'timeline.preempts', message: 'preempts {context}' }),
  };
}
