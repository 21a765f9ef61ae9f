import type { ReactNode } from 'react';
import type { Block } from './blocks';
import styles from './drawing.module.css';
import { bandWidth, barWidth, lineHeight, type Row, type TimelineModel } from './model';
import { patternId } from './patterns';

interface Props {
  readonly block: Block;
  readonly model: TimelineModel;
  readonly id: string;
  /** The current row's step, if it is in this block. */
  readonly current: number | undefined;
  readonly onChoose: ((step: number) => void) | undefined;
  /** The drawing's head, in its first block. */
  readonly children?: ReactNode;
}

/** A piece of a timeline as SVG, in the whole drawing's coordinates. */
export function DrawingBlock({
  block: { y: top, height: tall, rows, bars, ownership, arrows },
  model,
  id,
  current,
  onChoose,
  children,
}: Props): ReactNode {
  const { width, columns, bands, shape } = model;
  return (
    <svg width={width} height={tall} viewBox={`0 ${top} ${width} ${tall}`}>
      {rows.map((row) => (
        <rect
          key={row.step.step}
          className={styles.row}
          data-current={row.step.step === current || undefined}
          data-failed={row.failed || undefined}
          y={row.y}
          width={width}
          height={row.height}
          onClick={() => onChoose?.(row.step.step)}
        />
      ))}
      {children}
      <g className={styles.still}>
        {ownership.map(({ band, owner, y, height }) => (
          <g key={`${band} ${y}`} data-tone={owner.tone}>
            <rect className={styles.tint} x={bands[band].x} y={y} width={bandWidth} height={height} />
            <rect
              fill={`url(#${patternId(id, owner.tone)})`}
              x={bands[band].x}
              y={y}
              width={bandWidth}
              height={height}
            />
            <rect className={styles.solid} x={bands[band].x} y={y} width={3} height={height} />
            <rect className={styles.tint} x={bands[band].x + 6} y={y + 4} width={12} height={18} />
            <text className={styles.letter} x={bands[band].x + 12} y={y + 18} textAnchor="middle">
              {owner.letter}
            </text>
          </g>
        ))}
        {bars.map(({ column, state, y, height, label }) => (
          <g key={`${column} ${y}`} data-tone={columns[column].owner.tone}>
            <StateBar id={id} state={state} x={columns[column].x} y={y + 2} height={height - 4} />
            {shape === 'columns' && (
              <text className={styles.label} x={columns[column].textX} y={y + 18}>
                {label}
              </text>
            )}
          </g>
        ))}
        {arrows.map(({ owner, fromX, toX, y }) => (
          <g key={`${y} ${toX}`} data-tone={owner.tone}>
            <path className={styles.arrow} d={`M${fromX} ${y} H${toX}`} />
            <path className={styles.arrowHead} d={arrowHead(toX, y, toX < fromX)} />
          </g>
        ))}
        {rows.map((row) => (
          <RowText key={row.step.step} row={row} model={model} />
        ))}
      </g>
    </svg>
  );
}

function StateBar({
  id,
  state,
  x,
  y,
  height,
}: {
  id: string;
  state: string;
  x: number;
  y: number;
  height: number;
}): ReactNode {
  if (state === 'asleep')
    return <path className={styles.asleep} d={`M${x + barWidth / 2} ${y} V${y + height}`} />;
  if (state === 'waits')
    return <rect fill={`url(#${id}-waits)`} x={x} y={y} width={barWidth} height={height} />;
  return <rect className={styles.solid} x={x} y={y} width={barWidth} height={height} />;
}

function RowText({ row, model }: { row: Row; model: TimelineModel }): ReactNode {
  const { owner, x, textX } = model.columns[row.column];
  const inLanes = model.shape !== 'columns';
  return (
    <g data-tone={owner.tone}>
      <text className={styles.step} x={0} y={row.y + 18}>
        {row.step.step}
      </text>
      <circle className={styles.dot} cx={x + barWidth / 2} cy={row.y + 14} r={inLanes ? 7 : 4} />
      {inLanes && (
        <text className={styles.inDot} x={x + barWidth / 2} y={row.y + 17.5} textAnchor="middle">
          {owner.letter}
        </text>
      )}
      {row.lines.map((line, index) => (
        <text key={index} className={styles[line.kind]} x={textX} y={row.y + 18 + index * lineHeight}>
          {line.text}
        </text>
      ))}
    </g>
  );
}

function arrowHead(x: number, y: number, toLeft: boolean): string {
  const back = toLeft ? 7 : -7;
  return `M${x} ${y} l${back} -4 v8 Z`;
}
