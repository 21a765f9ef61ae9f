import type { Extension } from '@codemirror/state';
import type { Tone } from '../Timeline/owner';

/** One file of a program, as the page got it. */
export interface SourceFile {
  /** Relative path, e.g. `disk.ts`. */
  readonly path: string;
  readonly text: string;
  readonly readOnly?: boolean;
}

/** A line that somebody stands on: the letter and the tone of its context. */
export interface LineMark {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly tone: Tone | 'fail';
  readonly letter: string;
}

/** A place to put the cursor at; a new object each time. */
export interface Jump {
  readonly file: string;
  /** UTF-16 units from the start of the file. */
  readonly at: number;
}

/** All that the rest of the site knows of an editor: whatever edits text can stand behind it. */
export interface EditorProps {
  /** Taken once; a new program needs a new `key`. */
  readonly files: readonly SourceFile[];
  readonly activeFile: string;
  readonly marks: readonly LineMark[];
  /** Called with all texts by path after each edit. */
  readonly onEdit: (texts: Readonly<Record<string, string>>) => void;
  /** The id of the element that says how to leave the editor by keyboard. */
  readonly describedBy: string;
  /** What a file's editor can do besides, by path; stable. */
  readonly tools?: ((path: string) => Extension) | undefined;
  readonly jump?: Jump | undefined;
}
