import type { Attempt, ExerciseProgress } from '../components/Exercise/progress';
import type { HandedIn } from '../components/ScheduleExercise/handIn';
import type { KeptWork, Texts } from '../components/Workbench/work';

/** How many attempts at an exercise a browser keeps. */
export const mostAttempts = 20;
const longestText = 256 * 1024;

/** What a browser keeps, by the kind that its name begins with. */
export interface Kept {
  readonly progress: ExerciseProgress;
  readonly exercise: KeptWork;
  readonly program: KeptWork;
  readonly schedules: HandedIn;
  /** Which option was chosen. */
  readonly question: number;
}

export type Kind = keyof Kept;

/** A name that somebody's work is kept under: `progress:02a`, `question:deadlock:both-ways`. */
const name = /^(?:(progress|exercise|program|schedules):[\w-]{1,80}|(question):[\w/-]{1,120}:[\w-]{1,80})$/;

export function kindOf(text: string): Kind | undefined {
  const found = name.exec(text);
  return (found?.[1] ?? found?.[2]) as Kind | undefined;
}

/** Reads what is kept under a name of each kind, exactly: undefined, if it is anything else. What is not known is left out. */
export const keptAs: { readonly [K in Kind]: (value: unknown) => Kept[K] | undefined } = {
  progress(value) {
    if (!isRecord(value) || !Array.isArray(value.attempts)) return undefined;
    const { hints, solved } = value;
    const attempts = value.attempts.map(attemptOf);
    if (!attempts.every((attempt) => attempt !== undefined) || !isCount(hints)) return undefined;
    if (solved !== undefined && !isHash(solved)) return undefined;
    return { attempts: attempts.slice(-mostAttempts), hints, ...(solved !== undefined && { solved }) };
  },
  exercise: workOf,
  program: workOf,
  schedules(value) {
    if (!isRecord(value) || !isHash(value.program) || !Array.isArray(value.tokens)) return undefined;
    const { program, tokens } = value;
    return tokens.every(isText) ? { program, tokens } : undefined;
  },
  question: (value) => (isCount(value) ? value : undefined),
};

function attemptOf(value: unknown): Attempt | undefined {
  if (!isRecord(value)) return undefined;
  const { made, points, of } = value;
  const texts = textsOf(value.texts);
  const dated = typeof made === 'string' && made.length < 40 && !Number.isNaN(Date.parse(made));
  return dated && isCount(points) && isCount(of) && texts ? { made, points, of, texts } : undefined;
}

function workOf(value: unknown): KeptWork | undefined {
  if (!isRecord(value) || !isHash(value.starter)) return undefined;
  const texts = textsOf(value.texts);
  const former = textsOf(value.former);
  if ((value.texts !== undefined && !texts) || (value.former !== undefined && !former)) return undefined;
  return { starter: value.starter, ...(texts && { texts }), ...(former && { former }) };
}

function textsOf(value: unknown): Texts | undefined {
  if (!isRecord(value)) return undefined;
  const files = Object.entries(value);
  const known = files.every(([path, text]) => /^[\w./-]{1,120}$/.test(path) && isText(text));
  return known ? (Object.fromEntries(files) as Texts) : undefined;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= longestText;
const isHash = (value: unknown): value is string => typeof value === 'string' && /^\w{1,64}$/.test(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 1_000_000;
