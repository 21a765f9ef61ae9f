import type { Handle } from '../../effects/value.ts';
import type { Wire } from '../../effects/wire.ts';
import { running } from './state.ts';

/** What it takes to build a stand-in where a handle is first met. */
export interface Blueprint {
  readonly prototype: number;
  readonly fields: Readonly<Record<string, Wire>>;
  readonly private?: string;
}

const handles = new WeakMap<object, Handle>();
const permanent = new Map<Handle, object>();
let met = new Map<Handle, object>();
const blueprints = new Map<Handle, Blueprint>();
const prototypes: object[] = [];
const prototypeNumbers = new Map<object, number>();

/** What a history knows besides what setup made: the stand-ins that it has met. */
export const standInsMet = (): Map<Handle, object> => met;

/** Another history goes on, or a new one begins and has met none. */
export function meetStandIns(known: Map<Handle, object> = new Map<Handle, object>()): void {
  met = known;
}

export const introduce = (handle: Handle, blueprint: Blueprint): Map<Handle, Blueprint> =>
  blueprints.set(handle, blueprint);

export const blueprintOf = (handle: Handle): Blueprint | undefined => blueprints.get(handle);

/** The object that stands for a handle in this history, if it has met one. */
export const knownStandIn = (handle: Handle): object | undefined => permanent.get(handle) ?? met.get(handle);

export const isPermanent = (handle: Handle): boolean => permanent.has(handle);

export const permanentStandIns = (): ReadonlyMap<Handle, object> => permanent;

export const handleOf = (standIn: object): Handle | undefined => handles.get(standIn);

export function addStandIn(handle: Handle, standIn: object): void {
  handles.set(standIn, handle);
  (running.mode === 'setup' ? permanent : met).set(handle, standIn);
}

/** The answer has come: what the history made has names now. */
export function nameMade(names: readonly Handle[]): void {
  running.made.forEach(({ standIn }, index) => {
    const handle = names[index];
    if (handle === undefined) throw new Error('internal bug: a creation without a name');
    addStandIn(handle, standIn);
  });
  running.made = [];
}

export const prototypeNumbered = (number: number): object => prototypes[number] ?? Object.prototype;

/** The number of an object's prototype, to build another stand-in like it. */
export function prototypeNumber(standIn: object): number {
  const prototype = Object.getPrototypeOf(standIn) as object;
  let number = prototypeNumbers.get(prototype);
  if (number === undefined) {
    number = prototypes.push(prototype) - 1;
    prototypeNumbers.set(prototype, number);
  }
  return number;
}
