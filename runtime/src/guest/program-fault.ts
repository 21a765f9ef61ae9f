import type { ProgramError } from '../effects/program.ts';

/** Why a program could not be run, or broke off: a code and data, for `messages`. */
export class ProgramFault extends Error implements ProgramError {
  readonly status: ProgramError['status'];
  readonly code: string;
  readonly data: ProgramError['data'];
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;

  constructor(
    status: ProgramError['status'],
    code: string,
    data: ProgramError['data'] = {},
    at: { readonly file?: string; readonly line?: number; readonly column?: number } = {},
  ) {
    super(`${status}: ${code}`);
    this.name = 'ProgramFault';
    this.status = status;
    this.code = code;
    this.data = data;
    if (at.file !== undefined) this.file = at.file;
    if (at.line !== undefined) this.line = at.line;
    if (at.column !== undefined) this.column = at.column;
  }

  /** The fault's data without the Error around it. An empty file and a line 0 are no place. */
  plain(): ProgramError {
    const { status, code, data, file, line, column } = this;
    return { status, code, data, ...(file && { file }), ...(line && { line }), ...(column && { column }) };
  }
}
