/** Why a program is refused, or warned about. The sentences are in `messages`. */
export type RefusalCode =
  | 'syntax-error'
  | 'nested-too-deeply'
  | 'reserved-name'
  | 'namespace'
  | 'import-equals'
  | 'export-equals'
  | 'decorator'
  | 'accessor'
  | 'using'
  | 'private-name'
  | 'generator-field'
  | 'collection-field'
  | 'assigned-outer-variable'
  | 'async'
  | 'top-level-await'
  | 'dynamic-import'
  | 'import-meta'
  | 'eval'
  | 'plain-yield'
  | 'yield-outside-generator'
  | 'yield-precedence'
  | 'yield-not-called'
  | 'forgotten-yield'
  | 'maybe-forgotten-yield';

export interface Refusal {
  code: RefusalCode;
  /** From 1, in the source as written. */
  line: number;
  /** From 1, in the source as written. */
  column: number;
  data: Record<string, string | number>;
}

/** A finding whose place is an offset in the text without types. */
export interface Finding {
  code: RefusalCode;
  at: number;
  data?: Record<string, string | number>;
}
