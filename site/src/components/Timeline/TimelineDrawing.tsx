import type { ReactNode } from 'react';
import {
  badgeWidth,
  bandWidth,
  barWidth,
  headHeight,
  lineHeight,
  type Row,
  type TimelineModel,
} from './model';
import type { Owner } from './owner';
import { patternId, Patterns } from './patterns';
import styles from './drawing.module.css';

interface Props {
  readonly model: TimelineModel;
  /** Unique on the page: names the patterns. */
  readonly id: string;
  /** The current row's step. */
  readonly current?: number | undefined;
  readonly onChoose?: (step: number) => void;
}

/** A trace as SVG. Colors are the page's variables; texts are texts and can be selected. */
export function TimelineDrawing({ model, id, current, onChoose }: Props): ReactNode {
  const { width, height, columns, bands, rows, shape } = model;
  return (
    <svg
      className={styles.drawing}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <Patterns id={id} tones={[...new Set(columns.map(({ owner }) => owner.tone))]} />
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
      <g className={styles.still}>
        {columns.map(({ owner, x }) => (
          <Head
            key={owner.name}
            owner={owner}
            id={id}
            x={x}
            text={shape === 'columns' ? owner.name : owner.letter}
          />
        ))}
        {bands.map((band) => (
          <text key={band.lock} className={styles.bandName} x={band.x} y={22}>
            {shape === 'columns' ? band.lock : `▌${band.lock}`}
          </text>
        ))}
        <path className={styles.rule} d={`M0 ${headHeight - 6} H${width}`} />
        {model.ownership.map(({ band, owner, y, height: tall }) => (
          <g key={`${band} ${y}`} data-tone={owner.tone}>
            <rect className={styles.tint} x={bands[band].x} y={y} width={bandWidth} height={tall} />
            <rect
              fill={`url(#${patternId(id, owner.tone)})`}
              x={bands[band].x}
              y={y}
              width={bandWidth}
              height={tall}
            />
            <rect className={styles.solid} x={bands[band].x} y={y} width={3} height={tall} />
            <rect className={styles.tint} x={bands[band].x + 6} y={y + 4} width={12} height={18} />
            <text className={styles.letter} x={bands[band].x + 12} y={y + 18} textAnchor="middle">
              {owner.letter}
            </text>
          </g>
        ))}
        {model.bars.map(({ column, state, y, height: tall, label }) => (
          <g key={`${column} ${y}`} data-tone={columns[column].owner.tone}>
            <StateBar id={id} state={state} x={columns[column].x} y={y + 2} height={tall - 4} />
            {shape === 'columns' && (
              <text className={styles.label} x={columns[column].textX} y={y + 18}>
                {label}
              </text>
            )}
          </g>
        ))}
        {model.arrows.map(({ owner, fromX, toX, y }) => (
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

function Head({ owner, id, x, text }: { owner: Owner; id: string; x: number; text: string }): ReactNode {
  return (
    <g data-tone={owner.tone}>
      <rect className={styles.tint} x={x} y={6} width={badgeWidth} height={24} />
      <rect fill={`url(#${patternId(id, owner.tone)})`} x={x} y={6} width={badgeWidth} height={24} />
      <rect className={styles.tint} x={x + 2} y={10} width={badgeWidth - 4} height={16} />
      <text className={styles.letter} x={x + badgeWidth / 2} y={22} textAnchor="middle">
        {owner.letter}
      </text>
      {text !== owner.letter && (
        <text className={styles.name} x={x + badgeWidth + 6} y={22}>
          {text}
        </text>
      )}
    </g>
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
