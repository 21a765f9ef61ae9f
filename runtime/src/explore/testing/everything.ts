import { stuckClients } from '../backward.ts';
import { finalText, type Everything } from '../bruteForce.ts';
import { decide } from '../decide.ts';
import { worldOf } from '../explore.ts';
import { ALL, type Reductions } from '../reductions.ts';
import { ready, type Program } from './program.ts';

/** What the engine says of a program, in the words of the brute force. */
export function everything(program: Program, reductions: Reductions): Everything {
  const { kernel, initial } = ready(program);
  const world = worldOf(kernel, initial, { properties: [], watch: {} });
  // without a lesson, so that wrong assumptions are found in the midst of a search
  const { search, findings } = decide(world, {
    reductions,
    all: true,
    ...(reductions === ALL && { lesson: 0 }),
  });
  const kinds = new Set<string>();
  const races = new Set<string>();
  for (const { failure } of findings) {
    kinds.add(failure.kind);
    if (failure.kind === 'data-race') races.add(String(failure.data['cell']));
  }
  const stuck = new Set<string>();
  const who = stuckClients(search, world.clients);
  for (let state = 0; state < search.pool.size; state++) {
    if (who.isAny(state))
      stuck.add(
        world.clients
          .filter((_, i) => who.has(state, i))
          .map((c) => c.name)
          .join(),
      );
  }
  if (stuck.size > 0) kinds.add('hang');
  const s = initial.slice();
  const finals = new Set(
    search.finals.map((state) => finalText(kernel, search.load(state, s), world.clients)),
  );
  return { states: search.pool.size, kinds, races, stuck, finals };
}
