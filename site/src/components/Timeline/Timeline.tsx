import { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatTrace, type Trace, type TraceStep } from 'workloop/trace';
import { useLocale } from '../useLocale';
import type { Density } from './describe';
import { Drawings } from './Drawings';
import { layoutTimeline } from './layout';
import { SaveButtons } from './SaveButtons';
import { StepDetail } from './StepDetail';
import { stepSentence } from './stepSentence';
import styles from './timeline.module.css';
import { TimelineBar, type View } from './TimelineBar';
import { TimelineTable } from './TimelineTable';
import { useTimelineWords } from './useTimelineWords';

/** How the reader wants runs shown: kept from one run to the next by whoever shows them. */
export interface Look {
  readonly view?: View;
  readonly density?: Density;
}

export interface TimelineProps {
  readonly trace: Trace;
  /** How much to tell at first; the reader may change it. */
  readonly density?: Density;
  readonly look?: Look;
  readonly onLook?: (look: Look) => void;
  /** The step to stand on at first, e.g. the failing one. */
  readonly initialStep?: number;
  /** Called with the step the reader moves to, so that an editor can show its lines. */
  readonly onSelectStep?: (step: TraceStep) => void;
  /** Without its buttons and its line of details: a picture in a text. */
  readonly bare?: boolean;
}

/** How many rows Page Up and Page Down move. */
const page = 10;

/** What happened in one run: a drawing that can be walked with the arrow keys, and the same as text and as a table. */
export function Timeline({
  trace,
  density: first = 'steps',
  look = {},
  onLook,
  initialStep,
  onSelectStep,
  bare = false,
}: TimelineProps): ReactNode {
  const words = useTimelineWords();
  const locale = useLocale();
  // Where no script runs, a drawing is a drawing.
  const isBrowser = useIsBrowser();
  const { density = first, view = 'drawing' } = look;
  const [chosen, setChosen] = useState<{ trace: Trace; step: number }>();
  const current = chosen?.trace === trace ? chosen.step : initialStep;
  const columns = useMemo(
    () => layoutTimeline(trace, { density, shape: 'columns', words }),
    [trace, density, words],
  );
  const text = useMemo(() => formatTrace(trace, locale), [trace, locale]);
  // A step that this density leaves out is somewhere inside the row above it.
  const at = columns.rows.findLastIndex((row) => row.step.step <= (current ?? 0));
  const row = columns.rows[at];

  const slider = useRef<HTMLDivElement>(null);
  const byKey = useRef(false);
  useEffect(() => {
    if (!byKey.current) return;
    byKey.current = false;
    // One for each width; those that are not shown have no place.
    for (const mark of slider.current?.querySelectorAll('[data-mark]') ?? [])
      mark.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function choose(step: number) {
    const to = columns.rows.find((candidate) => candidate.step.step === step);
    if (!to) return;
    setChosen({ trace, step });
    onSelectStep?.(to.step);
  }

  function scrub(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const last = columns.rows.length - 1;
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    }[event.key];
    const row = to === undefined ? undefined : columns.rows[Math.min(last, Math.max(0, to))];
    if (!row) return;
    event.preventDefault();
    byKey.current = true;
    choose(row.step.step);
  }

  const walked = isBrowser && {
    role: 'slider',
    tabIndex: 0,
    'aria-orientation': 'vertical' as const,
    'aria-label': translate({ id: 'timeline.label', message: 'Timeline; arrow keys move from step to step' }),
    'aria-valuemin': 0,
    'aria-valuemax': columns.rows.length,
    'aria-valuenow': at + 1,
    'aria-valuetext': row
      ? stepSentence(row, columns)
      : translate({ id: 'timeline.noStep', message: 'no step chosen' }),
    onKeyDown: scrub,
  };

  return (
    <figure className={styles.timeline}>
      {!bare && (
        <TimelineBar
          view={view}
          density={density}
          onView={(to) => onLook?.({ ...look, view: to })}
          onDensity={(to) => onLook?.({ ...look, density: to })}
        >
          <SaveButtons model={columns} text={text} />
        </TimelineBar>
      )}
      {view === 'drawing' && (
        <div ref={slider} className={styles.scroll} {...walked}>
          <Drawings
            trace={trace}
            density={density}
            words={words}
            columns={columns}
            current={row?.step.step}
            whole={bare}
            onChoose={choose}
          />
        </div>
      )}
      {view === 'table' && (
        <div
          className={styles.scroll}
          tabIndex={0}
          role="group"
          aria-label={translate({ id: 'timeline.table', message: 'Steps' })}
        >
          <TimelineTable model={columns} words={words} />
        </div>
      )}
      <pre
        className={view === 'text' ? styles.text : styles.printed}
        tabIndex={view === 'text' ? 0 : undefined}
      >
        {text}
      </pre>
      {!bare && view === 'drawing' && row && <StepDetail row={row} model={columns} words={words} />}
    </figure>
  );
}
