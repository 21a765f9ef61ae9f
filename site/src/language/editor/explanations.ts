import { Prec, type Extension } from '@codemirror/state';
import {
  activateHover,
  closeHoverTooltips,
  EditorView,
  hasHoverTooltips,
  hoverTooltip,
  keymap,
  type Tooltip,
} from '@codemirror/view';
import type { PlacedExplanation } from '../protocol';
import { drawExplanation } from './drawExplanation';

/**
 * Says what a name is: under the pointer, and with F1 at the cursor. F1 once more goes into the explanation, to scroll it; Escape
 * closes it.
 */
export function explanations(ask: (at: number) => Promise<PlacedExplanation | null>): Extension {
  /** The answer that F1 has waited for: CodeMirror forgets a question once anything moves in the editor. */
  let answered: { readonly at: number; readonly found: PlacedExplanation } | undefined;

  const hover = hoverTooltip(
    (view, at) =>
      answered?.at === at
        ? tooltipOf(view, answered.found)
        : ask(at).then((found) => (found && isWorthSaying(found) ? tooltipOf(view, found) : null)),
    { hideOnChange: true },
  );

  async function explainAt(view: EditorView, at: number): Promise<void> {
    const { doc } = view.state;
    const found = await ask(at);
    if (view.state.doc !== doc || view.state.selection.main.head !== at) return;
    if (found && isWorthSaying(found)) {
      answered = { at, found };
      const said = `${found.signature}. ${found.doc[0]?.text ?? ''}`;
      view.dispatch({ effects: EditorView.announce.of(said) });
    }
    activateHover(view, at, 1, {
      until: ({ docChanged, selection }) => docChanged || selection !== undefined,
    });
    answered = undefined;
  }

  function explainAtCursor(view: EditorView): boolean {
    const open = view.dom.querySelector<HTMLElement>('.cm-tooltip-hover .wl-explanation');
    if (open) open.focus();
    else void explainAt(view, view.state.selection.main.head);
    return true;
  }

  return [
    hover,
    Prec.high(
      keymap.of([
        { key: 'F1', run: explainAtCursor },
        { key: 'Escape', run: closeExplanation },
      ]),
    ),
  ];
}

/** Of what it does not know TypeScript says "any". */
const isWorthSaying = ({ signature, doc }: PlacedExplanation): boolean =>
  signature !== 'any' || doc.length > 0;

const tooltipOf = (view: EditorView, found: PlacedExplanation): Tooltip => ({
  pos: found.from,
  end: found.to,
  above: true,
  create: () => ({ dom: scrollable(view, drawExplanation(found)) }),
});

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
