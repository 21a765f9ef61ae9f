import { useId, useMemo, type ReactNode } from 'react';
import type { Trace } from 'workloop/trace';
import type { Density } from './describe';
import { layoutTimeline } from './layout';
import type { TimelineModel } from './model';
import room from './room.module.css';
import { TimelineDrawing } from './TimelineDrawing';
import type { TimelineWords } from './words';

interface Props {
  readonly trace: Trace;
  readonly density: Density;
  readonly words: TimelineWords;
  /** The same trace in columns. */
  readonly columns: TimelineModel;
  readonly current: number | undefined;
  readonly whole: boolean;
  readonly onChoose: (step: number) => void;
}

/** A trace drawn for every width; the style sheet shows the one that there is room for. */
export function Drawings({ trace, density, words, columns, ...shared }: Props): ReactNode {
  const id = useId();
  const lanes = useMemo(
    () => layoutTimeline(trace, { density, shape: 'lanes', words }),
    [trace, density, words],
  );
  const narrow = useMemo(
    () => layoutTimeline(trace, { density, shape: 'narrow', words }),
    [trace, density, words],
  );
  return (
    <div className={room.room} data-room={roomFor(columns.width)}>
      <div className={room.wide}>
        <TimelineDrawing model={columns} id={`${id}w`} {...shared} />
      </div>
      <div className={room.lanes}>
        <TimelineDrawing model={lanes} id={`${id}l`} {...shared} />
      </div>
      <div className={room.narrow}>
        <TimelineDrawing model={narrow} id={`${id}n`} {...shared} />
      </div>
    </div>
  );
}

/** The least container width, in steps of 80 px, in which columns fit; room.module.css has a rule for each. */
function roomFor(width: number): number | 'wider' {
  const least = Math.max(160, Math.ceil(width / 80) * 80);
  return least <= 1200 ? least : 'wider';
}
