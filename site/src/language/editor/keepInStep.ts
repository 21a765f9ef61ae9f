import type { Extension } from '@codemirror/state';
import { EditorView, ViewPlugin } from '@codemirror/view';

/** Passes a file's text on as it is now, and after every change before anything is asked about it. */
export function keepInStep(write: (text: string) => void): Extension {
  const tell = ({ state }: EditorView): void => write(state.doc.toString());
  return ViewPlugin.define((view) => {
    tell(view);
    return { update: ({ docChanged }) => docChanged && tell(view) };
  });
}
