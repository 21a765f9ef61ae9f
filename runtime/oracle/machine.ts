import { inProcessRealm } from '../src/guest/index.ts';
import { enabled, layout as L, type Context, type Kernel, type Line } from '../src/kernel/index.ts';
import { canDeliver, deliver, lower, raise } from '../src/kernel/interrupts.ts';
import { LIMITS } from '../src/run/limits.ts';
import { tokenStep } from '../src/run/tokenStep.ts';
import { openWorld } from '../src/run/world.ts';
import { Finals } from './finals.ts';
import { Happenings, type Happened } from './happenings.ts';
import type { Marker } from './markers.ts';
import type { Scene, Line as LineOfScene } from './read.ts';
import type { Translation } from './translate.ts';

/** A choice of the kernel, or -1 - n: a pulse reaches line n. */
export type Move = number;

/** A line of the scenario: where the kernel keeps it, and where this machine keeps the pulses under way. */
interface Pulsed {
  readonly line: Line;
  readonly latch: boolean;
  readonly edge: boolean;
  readonly slot: number;
}

/**
 * Our kernel with the oracle's rules around it: constraints only delay a thread, a pulse travels from `raise` to its line by itself, and
 * what a run has shown is one more word of the state.
 */
export class Machine {
  readonly kernel: Kernel;
  readonly initial: Int32Array;
  readonly finals: Finals;
  readonly happenings = new Happenings();
  /** Which word of a state says what its run has shown. */
  readonly happenedAt: number;
  /** Contexts that have a name in the oracle's records, by that name. */
  readonly named = new Map<string, Context>();
  readonly #names = new Map<Context, string>();
  readonly #loops: readonly Context[];
  readonly #lines = new Map<string, Pulsed>();
  readonly #markers = new Map<number, Marker>();
  readonly #variables = new Map<string, number>();
  #here: Int32Array;

  constructor(realm: string, { program, markers, loops }: Translation, scene: Scene) {
    const limits = { ...LIMITS, questions: 1_000_000, replayedEffects: 10_000_000 };
    const { kernel, initial, properties } = openWorld(inProcessRealm(realm), program, limits);
    this.kernel = kernel;
    this.initial = initial;
    this.#here = initial;
    kernel.readsClock = true;
    const { watch } = properties;
    markers.forEach((marker, i) => this.#markers.set(watch[`marker_${i}`], marker));
    for (const [cell, handle] of Object.entries(watch)) {
      if (cell.startsWith('var_')) this.#variables.set(cell.slice(4), kernel.records.must(handle).slot);
    }
    this.#loops = kernel.contexts.filter((c) => c.kind === 'daemon' && c !== kernel.setup);
    this.#loops.forEach((c, i) => this.#name(c, `W:${loops[i]}`));
    for (const c of kernel.contexts) if (c.kind === 'client') this.#name(c, c.name);
    // the oracle does not tell them apart
    for (const { workers } of kernel.callouts) {
      for (const c of workers) this.#names.set(c, c.kind === 'interrupt' ? 'TIMERIRQ' : 'TC');
    }
    scene.lines.forEach((line, i) => this.#plugIn(line, i));
    const masked = (s: Int32Array, line: string): boolean => !(s[this.#line(line).line.slot] & L.ENABLED);
    this.finals = new Finals(kernel, initial, scene, watch, masked);
    this.happenedAt = kernel.records.width++;
    this.#begin(scene.settle);
  }

  /** Every move of a state, in a fixed order; none after a panic. */
  moves(s: Int32Array): readonly Move[] {
    if (s[L.FAILED] !== 0) return [];
    const choices: Move[] = [];
    enabled(this.kernel, s, choices);
    const moves = choices.filter((choice) => this.#mayGo(s, this.kernel.contexts[choice >> 8]));
    [...this.#lines.values()].forEach((line, i) => {
      if (this.#pulseMayArrive(s, line)) moves.push(-1 - i);
    });
    return moves;
  }

  /** Makes one move, in place. */
  step(s: Int32Array, move: Move): void {
    this.#here = s;
    if (move < 0) return this.#pulse(s, [...this.#lines.values()][-1 - move]);
    const c = this.kernel.contexts[move >> 8];
    const marker = this.markerOf(s, c);
    if (marker?.type === 'raise') {
      const pulsed = this.#line(marker.line);
      if (pulsed.edge) s[pulsed.slot] += marker.times;
      else raise(this.kernel, s, pulsed.line);
    }
    if (marker?.type === 'lower') lower(s, this.#line(marker.line).line);
    this.kernel.step(s, move);
  }

  happened(s: Int32Array): Happened {
    return this.happenings.get(s[this.happenedAt]);
  }

  /** Who makes a move, by the oracle's name, and what: a word of a replay token. */
  describe(s: Int32Array, move: Move): { readonly who: string; readonly what: string } {
    if (move < 0) return { who: `IRQ${-1 - move}`, what: 'pulse' };
    const c = this.kernel.contexts[move >> 8];
    const { word, alternative } = tokenStep(this.kernel, s, move);
    const what = this.markerOf(s, c)?.type ?? (alternative > 0 ? `${word}~${alternative}` : word);
    return { who: this.nameOf(c), what };
  }

  nameOf(c: Context): string {
    return this.#names.get(c) ?? c.name.toUpperCase();
  }

  /** The marker that a context stands before. */
  markerOf(s: Int32Array, c: Context): Marker | undefined {
    if (phaseOf(s, c) !== L.RUNNING || s[c.slot + L.LOCAL] === 0) return undefined;
    const effect = this.kernel.pending(s, c);
    return effect.type === 'load' ? this.#markers.get(effect.cell) : undefined;
  }

  /** Whether a thread need not go on: it has returned, or it is a loop's own and has nothing to do. */
  mayRest(s: Int32Array, c: Context): boolean {
    if (phaseOf(s, c) === L.DONE || phaseOf(s, c) === L.ABSENT) return true;
    return (
      this.#loops.includes(c) && phaseOf(s, c) === L.ASLEEP && this.kernel.pending(s, c).type === 'block'
    );
  }

  /** The loops' threads run to idle, every other thread to its start; only what those others show is remembered. */
  #begin(settle: boolean): void {
    const s = this.initial;
    this.kernel.listener = (event) => {
      if (event.type !== 'note' || !event.entry.name.startsWith('oracle.')) return;
      const who = this.nameOf(this.kernel.contexts[event.context]);
      this.#here[this.happenedAt] = this.happenings.add(this.#here[this.happenedAt], who, event.entry);
    };
    const moveOf = (wanted: readonly Context[]): Move | undefined =>
      this.moves(s).find((move) => move >= 0 && wanted.includes(this.kernel.contexts[move >> 8]));
    const settling = settle ? this.#loops : [];
    for (let move = moveOf(settling); move !== undefined; move = moveOf(settling)) this.step(s, move);
    s[this.happenedAt] = 0;
    for (const c of this.kernel.contexts.filter(({ kind }) => kind === 'client')) {
      for (let started = false; !started;) {
        started = this.markerOf(s, c)?.type === 'start';
        this.step(s, c.index << 8);
      }
    }
  }

  #name(c: Context, name: string): void {
    this.#names.set(c, name);
    this.named.set(name, c);
  }

  #plugIn({ name, type, latch = false }: LineOfScene, index: number): void {
    const device = this.kernel.devices.find((d) => d.name === name);
    const line = this.kernel.lines.find((l) => l.device === device?.handle);
    if (!line) throw new Error(`internal bug: no line ${name}`);
    this.#name(line.context, `IRQ${index}`);
    this.#lines.set(name, { line, latch, edge: type === 'edge', slot: this.kernel.records.width++ });
  }

  #line(name: string): Pulsed {
    const line = this.#lines.get(name);
    if (!line) throw new Error(`no line ${name}`);
    return line;
  }

  #mayGo(s: Int32Array, c: Context): boolean {
    const marker = this.markerOf(s, c);
    switch (marker?.type) {
      case 'asleep':
        return this.#isIn(s, marker.thread, L.ASLEEP);
      case 'done':
        return this.#isIn(s, marker.thread, L.DONE);
      case 'equal':
        return this.kernel.values.get(s[this.#variables.get(marker.variable) ?? 0]) === marker.value;
      case 'quiet':
        return this.#isQuiet(s, this.#line(marker.line));
      case 'idle':
        return this.#loops.every((l) => this.mayRest(s, l)) && this.#everyLine((l) => this.#isQuiet(s, l));
      default:
        return true;
    }
  }

  #isIn(s: Int32Array, thread: string, phase: number): boolean {
    const c = this.named.get(thread);
    return c !== undefined && phaseOf(s, c) === phase;
  }

  #everyLine(holds: (line: Pulsed) => boolean): boolean {
    return [...this.#lines.values()].every(holds);
  }

  #isQuiet(s: Int32Array, { line, slot }: Pulsed): boolean {
    return s[slot] === 0 && phaseOf(s, line.context) !== L.RUNNING && !canDeliver(s, line);
  }

  /** Pulses come one by one: the next when the handler of the last has returned. */
  #pulseMayArrive(s: Int32Array, { line, slot }: Pulsed): boolean {
    return s[slot] > 0 && phaseOf(s, line.context) !== L.RUNNING && !(s[line.slot] & L.PENDING);
  }

  /** A pulse is delivered where it arrives, kept where the line latches, or else lost. */
  #pulse(s: Int32Array, { line, latch, slot }: Pulsed): void {
    s[slot] -= 1;
    const flags = s[line.slot];
    if (!(flags & L.REGISTERED) || (!(flags & L.ENABLED) && !latch)) return;
    raise(this.kernel, s, line);
    if (flags & L.ENABLED) deliver(this.kernel, s, line.context);
  }
}

export const phaseOf = (s: Int32Array, c: Context): number => s[c.slot + L.STATUS] & L.PHASE;
