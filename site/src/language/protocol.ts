/** Texts of files by path. */
export type Files = Readonly<Record<string, string>>;

/** Something that the types say against a program. Positions count UTF-16 units from the start of the file. */
export interface Problem {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  /** From 1. */
  readonly line: number;
  readonly severity: 'error' | 'warning';
  /** It is no TypeScript at all: this, and no error of types, keeps a program from running. */
  readonly isSyntax: boolean;
  /** TypeScript's own words, in the page's language. */
  readonly message: string;
}

/** A paragraph of a docstring: its summary has no name, the others are named as their tag. */
export interface DocPart {
  readonly name?: string;
  readonly text: string;
}

/** What a name is, and what its docstring says. */
export interface Explanation {
  /** As one would declare it. */
  readonly signature: string;
  readonly doc: readonly DocPart[];
}

/** An explanation of what stands at a place. */
export interface PlacedExplanation extends Explanation {
  readonly from: number;
  readonly to: number;
}

/** A name that may stand at a place. */
export interface Suggestion {
  readonly name: string;
  /** TypeScript's word for what it is. */
  readonly kind: string;
  /** Smaller comes first. */
  readonly sort: string;
  /** The module that it would have to be imported from. */
  readonly source?: string;
  /** TypeScript's own, to be handed back. */
  readonly data?: unknown;
}

export interface Suggestions {
  /** Where the word begins that a suggestion replaces. */
  readonly from: number;
  readonly list: readonly Suggestion[];
}

export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A suggestion's explanation, and what must change elsewhere in the file for its sake: an import. */
export interface SuggestionDetails extends Explanation {
  readonly changes: readonly TextChange[];
}

/** A place in a file of a project. */
export interface Place {
  readonly project: number;
  readonly file: string;
  readonly at: number;
}

/** Knows the types of any number of programs, each a project with a number. */
export interface Language {
  open(project: number, files: Files): void;
  write(project: number, file: string, text: string): void;
  close(project: number): void;
  problems(project: number): readonly Problem[];
  suggest(place: Place): Suggestions | null;
  details(place: Place, suggestion: Suggestion): SuggestionDetails | null;
  explain(place: Place): PlacedExplanation | null;
}

/** What the worker fetches before it can answer. */
export interface LanguageAddresses {
  /** JSON: the declarations that every program sees. */
  readonly library: string;
  /** JSON: TypeScript's messages in another language than English. */
  readonly messages?: string;
}

/** All that can be asked of the worker. */
export interface Methods extends Language {
  start(addresses: LanguageAddresses): Promise<void>;
}

export type LanguageRequest = {
  [Method in keyof Methods]: {
    readonly id: number;
    readonly method: Method;
    readonly args: Parameters<Methods[Method]>;
  };
}[keyof Methods];

export interface LanguageReply {
  readonly id: number;
  readonly answer?: unknown;
  /** For whoever repairs it. */
  readonly fault?: string;
}
