import { deadlockFailure, ownerCycle } from '../explore/deadlock.ts';
import type { Monitors } from '../explore/monitors.ts';
import { raceFailure, races } from '../explore/races.ts';
import type { Failure } from '../explore/verdict.ts';
import { View } from '../explore/view.ts';
import { layout as L, isDone } from '../kernel/index.ts';
import type { World } from './world.ts';

/** What is wrong in a state of one run, if anything is: a panic, a race, a closed cycle of locks, a broken property; of monitors those that ran along. */
export function failureAt(world: World, s: Int32Array, monitors?: Monitors): Failure | undefined {
  const { kernel: k, properties } = world;
  const failed = k.failure(s);
  if (failed) {
    const { kind, code, data, context } = failed;
    return { kind, code, data, context: k.contexts[context]?.name ?? '?' };
  }
  let found: Failure | undefined;
  races(k, s, (race) => (found ??= raceFailure(k, race)));
  const cycle = ownerCycle(k, s);
  if (cycle.length > 0) found ??= deadlockFailure(cycle);
  const view = new View(k, properties.watch).of(s);
  for (const property of properties.properties) {
    if (property.kind === 'state' && !property.holds(view)) {
      found ??= { kind: 'property', code: 'state', data: {}, title: property.title };
    }
  }
  const [monitor] = monitors?.failing(s) ?? [];
  if (monitor) found ??= { kind: 'property', code: 'monitor', data: {}, title: monitor.title };
  return found;
}

/** What is wrong with a run that ended here: somebody sleeps on, or a property of the end is broken. */
export function failureAtEnd(world: World, s: Int32Array): Failure | undefined {
  const { kernel: k, properties } = world;
  const left = k.contexts.filter((c) => c.kind === 'client' && !isDone(s, c));
  const asleep = left.find((c) => (s[c.slot + L.STATUS] & L.PHASE) === L.ASLEEP);
  if (asleep) return { kind: 'waits-forever', code: 'waits-forever', data: {}, context: asleep.name };
  if (left[0]) return { kind: 'starved', code: 'starved', data: {}, context: left[0].name };
  const view = new View(k, properties.watch).of(s);
  const broken = properties.properties.find((property) => property.kind === 'end' && !property.holds(view));
  return broken && { kind: 'property', code: 'end', data: {}, title: broken.title };
}
