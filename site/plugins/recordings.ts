import { createHash } from 'node:crypto';
import type { Engine, RunReport } from 'workloop/run';
import type { Trace } from 'workloop/trace';
import type { PageProgram } from './programs.ts';

/** A run that a lesson shows as a picture: what `<Recorded>` asks for. */
export interface Recording {
  readonly program: string;
  /** `failure`: the shortest counterexample. `run`: the schedule of a seed. */
  readonly show?: string;
  readonly seed?: string;
  readonly token?: string;
}

/** Every recording that a page asks for. */
export function recordingsIn(mdx: string): Recording[] {
  return [...mdx.matchAll(/<Recorded\s([^>]*)>/g)].map(([, attributes = '']) =>
    recordingOf(
      Object.fromEntries(
        [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      ),
    ),
  );
}

/** Reads the attributes of a `<Recorded>`. */
export function recordingOf({ program, show, seed, token }: Record<string, string | undefined>): Recording {
  if (program === undefined) throw new Error('<Recorded> names no program');
  return { program, ...(show && { show }), ...(seed && { seed }), ...(token && { token }) };
}

/** The name of the module that holds a recording's trace. */
export function recordingName({ program, show = '', seed = '', token = '' }: Recording): string {
  const which = token ? createHash('sha256').update(token).digest('hex').slice(0, 12) : `${show}${seed}`;
  return `${program}.${which}.json`;
}

/** Makes the run and gives its trace. A recording that does not come out as the lesson says fails the build. */
export async function record(
  engine: Engine,
  { files, scenario, trusted }: PageProgram,
  asked: Recording,
): Promise<Trace> {
  const program = { files, scenario, trusted };
  if (asked.token !== undefined) return whole(await engine.replay(program, asked.token), asked);
  if (asked.show === 'run') return (await engine.run(program, { seed: Number(asked.seed ?? 1) })).trace;
  if (asked.show !== 'failure') throw new Error(`${asked.program}: <Recorded> can show "run" or "failure"`);
  const { failure, sentence } = await engine.explore(program);
  if (!failure) throw new Error(`${asked.program} has no failure to show: ${sentence.en}`);
  return failure.trace;
}

function whole({ trace, divergedAt }: RunReport, { program }: Recording): Trace {
  if (divergedAt === undefined) return trace;
  throw new Error(`${program} has changed since its token was made: step ${divergedAt} differs`);
}
