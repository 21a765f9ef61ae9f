import { stuckClients } from '../backward.ts';
import { finalText, type Everything } from './bruteForce.ts';
import { decide } from '../decide.ts';
import { worldOf } from '../explore.ts';
import { ALL, type Reductions } from '../reductions.ts';
import type { World } from '../search.ts';
import type { Failure } from '../verdict.ts';
import { ready, type Program } from './program.ts';

/** What the engine says of a program, in the words of the brute force. */
export function everything(program: Program, reductions: Reductions): Everything {
  const { kernel, initial } = ready(program);
  const world = worldOf(kernel, initial, { properties: [], watch: {} });
  // without a lesson, so that wrong assumptions are found in the midst of a search
  return everythingIn(world, (s) => finalText(kernel, s, world.clients), {
    reductions,
    ...(reductions === ALL && { lesson: 0 }),
  });
}

/** The same of any world, which has to be small enough; `textOf` is what is to be seen of a final state. */
export function everythingIn(
  world: World,
  textOf: (s: Int32Array) => string,
  options: { readonly reductions: Reductions; readonly lesson?: number },
): Everything {
  const { search, findings, stopped } = decide(world, { ...options, all: true });
  if (stopped) throw stopped;
  const kinds = new Set<string>();
  const races = new Set<string>();
  for (const { failure } of findings) {
    kinds.add(failureName(failure));
    if (failure.kind === 'data-race') races.add(String(failure.data['cell']));
  }
  const stuck = new Set<string>();
  const who = stuckClients(search, world.clients);
  const s = world.initial.slice();
  for (let state = 0; state < search.pool.size; state++) {
    if (!who.isAny(state)) continue;
    const clients = world.clients.filter((_, i) => who.has(state, i));
    for (const { turn } of search.turned(search.load(state, s))) {
      const exchanged = clients.map(({ index }) => search.symmetry?.places(turn)[index] ?? index);
      const names = world.clients.filter(({ index }) => exchanged.includes(index)).map(({ name }) => name);
      stuck.add(names.join());
    }
  }
  if (stuck.size > 0) kinds.add('hang');
  const finals = new Set<string>();
  for (const state of search.finals)
    for (const other of search.turned(search.load(state, s))) finals.add(textOf(other.s));
  return { states: search.pool.size, kinds, races, stuck, finals };
}

/** A failure's kind; of a property which one. */
export const failureName = ({ kind, title }: Failure): string => (title ? `${kind}: ${title.en}` : kind);
