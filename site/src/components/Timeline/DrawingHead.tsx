import type { ReactNode } from 'react';
import styles from './drawing.module.css';
import { badgeWidth, headHeight, type TimelineModel } from './model';
import type { Owner } from './owner';
import { patternId, Patterns } from './patterns';

/** Who the columns belong to, and the patterns that the whole drawing uses. */
export function DrawingHead({ model, id }: { model: TimelineModel; id: string }): ReactNode {
  const { width, columns, bands, shape } = model;
  return (
    <g className={styles.still}>
      <Patterns id={id} tones={[...new Set(columns.map(({ owner }) => owner.tone))]} />
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
    </g>
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
