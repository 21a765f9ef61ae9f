import { useLayoutEffect, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { blocksBetween, type Block } from './blocks';

/** So few are drawn whole. */
const few = 3;

type Range = ReturnType<typeof blocksBetween>;

/**
 * Which blocks of a drawing are to be drawn: those on the screen, and a screen's height above and below; on paper all. Only where
 * the drawing stands is asked for: nothing in it is measured.
 *
 * @param whole all of them, always
 */
export function useInView(
  drawing: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
  whole: boolean,
): Range {
  const [range, setRange] = useState<Range>({ from: 0, to: few });
  const long = blocks.length > few && !whole;

  useLayoutEffect(() => {
    const node = drawing.current;
    if (!long || !node) return;
    const paper = matchMedia('print');
    const seen = (): Range => {
      if (paper.matches) return { from: 0, to: blocks.length };
      const { top, height } = node.getBoundingClientRect();
      // Another shape is shown in its place.
      if (height === 0) return { from: 0, to: 0 };
      return blocksBetween(blocks, -innerHeight - top, 2 * innerHeight - top);
    };
    function look() {
      const { from, to } = seen();
      setRange((now) => (now.from === from && now.to === to ? now : { from, to }));
    }
    // A printer does not wait.
    const print = () => flushSync(look);
    const resized = new ResizeObserver(look);
    look();
    resized.observe(node);
    addEventListener('scroll', look, { capture: true, passive: true });
    paper.addEventListener('change', print);
    return () => {
      resized.disconnect();
      removeEventListener('scroll', look, { capture: true });
      paper.removeEventListener('change', print);
    };
  }, [drawing, blocks, long]);

  return long ? range : { from: 0, to: blocks.length };
}
