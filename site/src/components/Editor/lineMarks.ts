import { StateEffect, StateField, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { LineMark } from './editor';

/** Replaces the marked lines of the shown file. */
export const setLineMarks = StateEffect.define<readonly LineMark[]>();

/** Colors the lines that contexts stand on; two on one line share it, the last one gives the color. */
export const lineMarks: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(setLineMarks)) continue;
      const { doc } = transaction.state;
      const byLine = new Map<number, LineMark[]>();
      for (const mark of effect.value) {
        if (mark.line <= doc.lines) byLine.set(mark.line, [...(byLine.get(mark.line) ?? []), mark]);
      }
      return Decoration.set(
        [...byLine].map(([line, here]) =>
          Decoration.line({
            attributes: {
              class: 'wl-marked-line',
              'data-tone': here[here.length - 1].tone,
              'data-letters': here.map(({ letter }) => letter).join(' '),
            },
          }).range(doc.line(line).from),
        ),
        true,
      );
    }
    return marks.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});
