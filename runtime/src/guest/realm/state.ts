import type { Request } from '../../effects/ask.ts';
import type { Frame } from '../../effects/code.ts';
import { DEFAULT_PROFILE, type Profile } from '../../effects/profile.ts';
import type { Wire } from '../../effects/wire.ts';
import { siteIn, type Site } from './stack.ts';

export type { Site } from './stack.ts';

/** A record that will be named with the next answer. */
export interface Made {
  readonly standIn: object;
  readonly creation: Request;
}

/** What the running history asks: the kernel, or the host to run a procedure. */
export type Pending =
  | { readonly kind: 'ask'; readonly request: Request }
  | {
      readonly kind: 'call';
      readonly implementation: number;
      readonly self: Wire;
      readonly args: readonly Wire[];
    };

/** What the host answers. */
export type Answer =
  { readonly value: Wire } | { readonly threw: { readonly name: string; readonly message: string } };

/** A rule that the program broke. */
export interface Fault {
  readonly code: string;
  /** Where, if the program's own code was running. */
  readonly site: Site | undefined;
  readonly data: Readonly<Record<string, string | number>>;
}

/** One realm runs one history at a time: this is what it is doing. */
interface Running {
  /** `load`: modules; `setup`: the scenario's setup, live; `history`: a thread; `idle`: nothing may be asked. */
  mode: 'load' | 'setup' | 'history' | 'idle';
  /** 0 calls only, 1 procedures, 2 and 3 places. */
  level: number;
  profile: Profile;
  pending: Pending | undefined;
  answer: Answer | undefined;
  fault: Fault | undefined;
  /** The last place passed since the last answer. */
  place: string | undefined;
  /** Off while a history is replayed: only the last answer's place counts. */
  writesPlaces: boolean;
  /** Set before the first `next()` of a procedure, taken by the first body that runs. */
  entering: boolean;
  /** Operations made and not run yet, by name, and the stack where each was made. */
  unstarted: { readonly name: string; readonly stack: string | undefined }[];
  /** Whether operations remember where they were made: in setup, and to explain a mistake. */
  explaining: boolean;
  made: Made[];
  /** In setup: what is to run before its next operation. */
  soon: (() => unknown)[];
  /** Instances of the program's classes that setup made: they outlive it, and perhaps only a closure holds them. */
  born: object[];
  log: Wire[];
  /** Calls that run inline, outermost first: whose code it is and where it was called. */
  inline: { readonly label: string; readonly site: Site }[];
  /** Where the pending operation stands, innermost first. */
  frames: Frame[];
  /** The name of the procedure whose history it is. */
  procedure: string;
}

export const running: Running = {
  mode: 'load',
  level: 3,
  profile: DEFAULT_PROFILE,
  pending: undefined,
  answer: undefined,
  fault: undefined,
  place: undefined,
  writesPlaces: true,
  entering: false,
  unstarted: [],
  explaining: false,
  made: [],
  soon: [],
  born: [],
  log: [],
  inline: [],
  frames: [],
  procedure: '',
};

/** Ends the program with a broken rule. It sticks: catching the error does not help. */
export function refuse(code: string, data: Fault['data'] = {}): never {
  const error = new Error(code);
  running.fault ??= { code, data, site: siteIn(error.stack) };
  throw error;
}
