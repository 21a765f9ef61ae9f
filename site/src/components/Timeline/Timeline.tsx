import { translate } from '@docusaurus/Translate';
import { useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { formatTrace, type Trace, type TraceStep } from 'workloop/trace';
import { Choice } from '../Choice/Choice';
import { useLocale } from '../useLocale';
import type { Density } from './describe';
import { layoutTimeline } from './layout';
import { StepDetail } from './StepDetail';
import { stepSentence } from './stepSentence';
import room from './room.module.css';
import styles from './timeline.module.css';
import { TimelineDrawing } from './TimelineDrawing';
import { TimelineTable } from './TimelineTable';
import { useTimelineWords } from './useTimelineWords';

type View = 'drawing' | 'text' | 'table';

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
  const id = useId();
  const { density = first, view = 'drawing' } = look;
  const [chosen, setChosen] = useState<{ trace: Trace; step: number }>();
  const current = chosen?.trace === trace ? chosen.step : initialStep;
  const columns = useMemo(
    () => layoutTimeline(trace, { density, shape: 'columns', words }),
    [trace, density, words],
  );
  const lanes = useMemo(
    () => layoutTimeline(trace, { density, shape: 'lanes', words }),
    [trace, density, words],
  );
  const narrow = useMemo(
    () => layoutTimeline(trace, { density, shape: 'narrow', words }),
    [trace, density, words],
  );
  // A step that this density leaves out is somewhere inside the row above it.
  const at = columns.rows.findLastIndex((row) => row.step.step <= (current ?? 0));
  const row = columns.rows[at];

  function choose(step: number) {
    const to = columns.rows.find((candidate) => candidate.step.step === step);
    if (!to) return;
    setChosen({ trace, step });
    onSelectStep?.(to.step);
  }

  function scrub(event: KeyboardEvent) {
    const last = columns.rows.length - 1;
    const to = { ArrowDown: Math.min(last, at + 1), ArrowUp: Math.max(0, at - 1), Home: 0, End: last }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    choose(columns.rows[to].step.step);
  }

  return (
    <figure className={styles.timeline}>
      {!bare && (
        <div className={styles.bar}>
          <Choice
            label={translate({ id: 'timeline.view', message: 'Show as' })}
            value={view}
            onChange={(to) => onLook?.({ ...look, view: to })}
            options={views()}
          />
          <Choice
            label={translate({ id: 'timeline.density', message: 'Detail' })}
            value={density}
            onChange={(to) => onLook?.({ ...look, density: to })}
            options={densities()}
          />
        </div>
      )}
      {view === 'drawing' && (
        <div
          className={`${styles.scroll} ${room.room}`}
          data-room={roomFor(columns.width)}
          role="slider"
          tabIndex={0}
          aria-orientation="vertical"
          aria-label={translate({
            id: 'timeline.label',
            message: 'Timeline; arrow keys move from step to step',
          })}
          aria-valuemin={0}
          aria-valuemax={columns.rows.length}
          aria-valuenow={at + 1}
          aria-valuetext={
            row ? stepSentence(row, columns) : translate({ id: 'timeline.noStep', message: 'no step chosen' })
          }
          onKeyDown={scrub}
        >
          <div className={room.wide}>
            <TimelineDrawing model={columns} id={`${id}w`} current={row?.step.step} onChoose={choose} />
          </div>
          <div className={room.lanes}>
            <TimelineDrawing model={lanes} id={`${id}l`} current={row?.step.step} onChoose={choose} />
          </div>
          <div className={room.narrow}>
            <TimelineDrawing model={narrow} id={`${id}n`} current={row?.step.step} onChoose={choose} />
          </div>
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
        {formatTrace(trace, locale)}
      </pre>
      {!bare && view === 'drawing' && row && <StepDetail row={row} model={columns} words={words} />}
    </figure>
  );
}

/** The least container width, in steps of 80 px, in which columns fit; timeline.module.css has a rule for each. */
function roomFor(width: number): number | 'wider' {
  const least = Math.max(160, Math.ceil(width / 80) * 80);
  return least <= 1200 ? least : 'wider';
}

function views(): readonly { value: View; label: string }[] {
  return [
    { value: 'drawing', label: translate({ id: 'timeline.view.drawing', message: 'Drawing' }) },
    { value: 'text', label: translate({ id: 'timeline.view.text', message: 'Text' }) },
    { value: 'table', label: translate({ id: 'timeline.view.table', message: 'Table' }) },
  ];
}

function densities(): readonly { value: Density; label: string }[] {
  return [
    { value: 'story', label: translate({ id: 'timeline.density.story', message: 'Story' }) },
    { value: 'steps', label: translate({ id: 'timeline.density.steps', message: 'Steps' }) },
    { value: 'everything', label: translate({ id: 'timeline.density.everything', message: 'Everything' }) },
  ];
}
