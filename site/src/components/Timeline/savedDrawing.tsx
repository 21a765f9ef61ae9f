import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { DrawingBlock } from './DrawingBlock';
import { DrawingHead } from './DrawingHead';
import styles from './drawing.module.css';
import type { TimelineModel } from './model';
import { resolveStyles } from './resolveStyles';

const id = 'run';
const margin = 16;

/** A whole drawing as the text of an SVG file that needs nothing of this page: what the page draws, in light colors. */
export function savedDrawing(model: TimelineModel): string {
  const host = document.createElement('div');
  host.hidden = true;
  host.dataset.theme = 'light';
  document.body.append(host);
  const root = createRoot(host);
  try {
    flushSync(() =>
      root.render(
        <div className={styles.drawing}>
          <DrawingBlock
            block={{ ...model, y: 0 }}
            model={model}
            id={id}
            current={undefined}
            onChoose={undefined}
          >
            <DrawingHead model={model} id={id} />
          </DrawingBlock>
        </div>,
      ),
    );
    const drawing = host.querySelector('svg');
    if (!drawing) throw new Error('nothing was drawn');
    resolveStyles(drawing);
    frame(drawing, model, getComputedStyle(host).getPropertyValue('--wl-ground'));
    return new XMLSerializer().serializeToString(drawing);
  } finally {
    root.unmount();
    host.remove();
  }
}

/** Gives the drawing a ground of its own, with a margin. */
function frame(drawing: SVGSVGElement, { width, height }: TimelineModel, ground: string): void {
  const size = { width: `${width + 2 * margin}`, height: `${height + 2 * margin}` };
  const paper = document.createElementNS(drawing.namespaceURI, 'rect');
  set(paper, { x: `${-margin}`, y: `${-margin}`, ...size, fill: ground });
  set(drawing, { ...size, viewBox: `${-margin} ${-margin} ${size.width} ${size.height}` });
  drawing.prepend(paper);
}

function set(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
