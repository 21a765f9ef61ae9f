import { Prec, type Extension } from '@codemirror/state';
import {
  activateHover,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
} from '@codemirror/view';
import type { PlacedExplanation } from '../protocol';
import { drawExplanation } from './drawExplanation';

/**
 * Says what a name is: under the pointer, and with F1 at the cursor. F1 once more goes into the explanation, to scroll it; Escape
 * closes it.
 */
export function explanations(ask: (at: number) => Promise<PlacedExplanation | null>): Extension {
  function explainAtCursor(view: EditorView): boolean {
    const open = view.dom.querySelector<HTMLElement>('.cm-tooltip-hover .wl-explanation');
    if (open) {
      open.focus();
      return true;
    }
    const at = view.state.selection.main.head;
    activateHover(view, at, 1, {
      until: ({ docChanged, selection }) => docChanged || selection !== undefined,
    });
    void ask(at).then((found) => {
      if (found)
        view.dispatch({ effects: EditorView.announce.of(`${found.signature}. ${found.doc[0]?.text ?? ''}`) });
    });
    return true;
  }

  return [
    hoverTooltip(
      async (view, at) => {
        const found = await ask(at);
        // Of what it does not know TypeScript says "any".
        if (!found || (found.signature === 'any' && found.doc.length === 0)) return null;
        return {
          pos: found.from,
          end: found.to,
          above: true,
          create: () => ({ dom: scrollable(view, drawExplanation(found)) }),
        };
      },
      { hideOnChange: true },
    ),
    Prec.high(
      keymap.of([
        { key: 'F1', run: explainAtCursor },
        { key: 'Escape', run: closeExplanation },
      ]),
    ),
  ];
}

function closeExplanation(view: EditorView): boolean {
  if (!hasHoverTooltips(view.state)) return false;
  view.dispatch({ effects: closeHoverTooltips });
  return true;
}

function scrollable(view: EditorView, box: HTMLElement): HTMLElement {
  box.tabIndex = 0;
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    closeExplanation(view);
    view.focus();
  });
  return box;
}
