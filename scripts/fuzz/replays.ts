import { readFileSync } from 'node:fs';
import { createEngine, type Program, type RunReport } from '../../runtime/src/run/index.ts';
import { wasm } from './opened.ts';

/** What is printed of a token, a line each: what comes of it in a process that knows nothing but the program and the token. */
export type Replayed = Pick<RunReport, 'ended' | 'failure' | 'divergedAt'> & { readonly token: string };

/** `replays.mjs FILE`: replays every token of a file, each in a realm of its own. */
const [, , file = ''] = process.argv;
const engine = await createEngine({ wasm });
const given = JSON.parse(readFileSync(file, 'utf8')) as readonly { program: Program; token: string }[];
for (const { program, token } of given) {
  const { ended, failure, divergedAt, trace } = await engine.replay(program, token);
  const replayed = { ended, failure, divergedAt, token: trace.token };
  console.log(JSON.stringify(replayed satisfies Replayed | { divergedAt: undefined }));
}
