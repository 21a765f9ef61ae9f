import { isDone } from '../kernel/index.ts';
import type { Checks } from './checks.ts';
import { nameStuck } from './hangs.ts';
import type { World } from './search.ts';
import type { Failure } from './verdict.ts';

/**
 * What a run shows that ends because nothing must happen any more. What may happen is no help: nobody has to do it.
 *
 * @returns whether every client has returned; else it has reported the hang
 */
export function endsWell(
  world: World,
  s: Int32Array,
  checks: Checks,
  report: (failure: Failure) => void,
): boolean {
  const stuck = world.clients.filter((c) => !isDone(s, c));
  if (stuck.length === 0) checks.end(s, report);
  else report(nameStuck(world, s, stuck, new Set()).failure);
  return stuck.length === 0;
}
