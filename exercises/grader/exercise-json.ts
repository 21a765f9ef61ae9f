import type { ExerciseFiles } from 'workloop/run';

type Localized = Readonly<Record<'en' | 'zh-Hans', string>>;

/** What exercise.json says. */
export interface ExerciseJson {
  readonly id: string;
  readonly kind: 'program' | 'schedule';
  readonly version: number;
  readonly title: Localized;
  readonly edit: readonly string[];
  /** Read-only helpers. */
  readonly files?: readonly string[];
  readonly limits?: ExerciseFiles['limits'];
  readonly scenarios: readonly {
    readonly id: string;
    readonly file: string;
    readonly points: number;
    readonly title: Localized;
    /** The kind of failure to show; in kind `schedule` only. */
    readonly expects?: string;
    /** Why it stays although no mutant needs it. */
    readonly keeps?: string;
  }[];
  readonly concepts: readonly string[];
  readonly prerequisites: readonly string[];
  /** How long it takes, about. */
  readonly minutes: number;
}

/** Takes parsed JSON for an exercise.json; throws an Error that says what is wrong with it. */
export function readExerciseJson(data: unknown): ExerciseJson {
  const json = data as ExerciseJson;
  need(typeof json === 'object' && json !== null, 'an object');
  need(/^[a-z0-9-]+$/.test(String(json.id)), 'id: letters and digits');
  need(json.kind === 'program' || json.kind === 'schedule', 'kind: "program" or "schedule"');
  need(Number.isInteger(json.version) && json.version > 0, 'version: an integer from 1');
  need(localized(json.title), 'title: en and zh-Hans');
  need(paths(json.edit) && json.edit.length > 0, 'edit: paths');
  need(json.files === undefined || paths(json.files), 'files: paths');
  need(Array.isArray(json.scenarios) && json.scenarios.length > 0, 'scenarios: a list');
  for (const scenario of json.scenarios) {
    need(paths([scenario.file]), 'scenarios.file: a path');
    need(typeof scenario.id === 'string', 'scenarios.id: text');
    need(Number.isInteger(scenario.points) && scenario.points >= 0, `${scenario.id}.points: an integer`);
    need(localized(scenario.title), `${scenario.id}.title: en and zh-Hans`);
    const wanted = json.kind === 'schedule' ? 'string' : 'undefined';
    need(typeof scenario.expects === wanted, `${scenario.id}.expects: in kind "schedule", and only there`);
  }
  const ids = json.scenarios.map((scenario) => scenario.id);
  need(new Set(ids).size === ids.length, 'scenarios.id: all different');
  need(paths(json.concepts) && paths(json.prerequisites), 'concepts and prerequisites: lists of text');
  need(Number.isInteger(json.minutes) && json.minutes > 0, 'minutes: an integer');
  return json;
}

function need(holds: boolean, wanted: string): asserts holds {
  if (!holds) throw new Error(wanted);
}

const localized = (value: unknown): boolean =>
  ['en', 'zh-Hans'].every(
    (locale) => typeof (value as Record<string, unknown> | undefined)?.[locale] === 'string',
  );

/** A list of texts that lead nowhere else. */
const paths = (value: unknown): boolean =>
  Array.isArray(value) && value.every((path) => typeof path === 'string' && !path.split('/').includes('..'));
