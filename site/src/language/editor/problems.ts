import { linter, nextDiagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { keymap, ViewPlugin } from '@codemirror/view';
import type { Problem } from '../protocol';

/** Milliseconds without typing after which the types are looked at. */
const delay = 400;

/** Underlines what the types say against a file. F8 goes to the next place. */
export function problems(
  file: string,
  ask: () => Promise<readonly Problem[]>,
  onProblems: (problems: readonly Problem[]) => void,
): Extension {
  const wanted = ViewPlugin.define(() => ({}));
  return [
    wanted,
    linter(
      async (view) => {
        const found = await ask();
        // Of an answer, CodeMirror underlines what it says, even where these tools have been taken away meanwhile.
        if (!view.plugin(wanted)) return new Promise(() => {});
        onProblems(found);
        return found
          .filter((problem) => problem.file === file && problem.to <= view.state.doc.length)
          .map(({ from, to, severity, message }) => ({ from, to, severity, message }));
      },
      { delay },
    ),
    keymap.of([{ key: 'F8', run: nextDiagnostic }]),
  ];
}
