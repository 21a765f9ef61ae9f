import { linter, nextDiagnostic } from '@codemirror/lint';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import type { Problem } from '../protocol';

/** Milliseconds without typing after which the types are looked at. */
const delay = 400;

/** Underlines what the types say against a file. F8 goes to the next place. */
export function problems(
  file: string,
  ask: () => Promise<readonly Problem[]>,
  onProblems: (problems: readonly Problem[]) => void,
): Extension {
  return [
    linter(
      async ({ state }) => {
        const found = await ask();
        onProblems(found);
        return found
          .filter((problem) => problem.file === file && problem.to <= state.doc.length)
          .map(({ from, to, severity, message }) => ({ from, to, severity, message }));
      },
      { delay },
    ),
    keymap.of([{ key: 'F8', run: nextDiagnostic }]),
  ];
}
