import { useMemo, useRef, type ReactNode } from 'react';
import { blocksOf, hollow } from './blocks';
import { DrawingBlock } from './DrawingBlock';
import { DrawingHead } from './DrawingHead';
import styles from './drawing.module.css';
import type { TimelineModel } from './model';
import { useInView } from './useInView';

interface Props {
  readonly model: TimelineModel;
  /** Unique on the page: names the patterns. */
  readonly id: string;
  /** The current row's step. */
  readonly current?: number | undefined;
  /** Drawn as a whole, even by a server; else a long one only where it is on the screen. */
  readonly whole?: boolean;
  readonly onChoose?: (step: number) => void;
}

/** A trace as SVG, in pieces from top to bottom. Colors are the page's variables; texts are texts and can be selected. */
export function TimelineDrawing({ model, id, current, whole = false, onChoose }: Props): ReactNode {
  const drawing = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => blocksOf(model), [model]);
  const { from, to } = useInView(drawing, blocks, whole);
  const row = model.rows.find(({ step }) => step.step === current);
  return (
    <div ref={drawing} className={styles.drawing} aria-hidden="true">
      {blocks.map((block, index) => (
        <DrawingBlock
          key={block.y}
          block={index >= from && index < to ? block : hollow(block)}
          model={model}
          id={id}
          current={row && block.rows.includes(row) ? current : undefined}
          onChoose={onChoose}
        >
          {index === 0 && <DrawingHead model={model} id={id} />}
        </DrawingBlock>
      ))}
      {row && <div className={styles.current} data-mark="" style={{ top: row.y, height: row.height }} />}
    </div>
  );
}
