import type { Value } from '../effects/index.ts';
import type { DeviceHooks, DeviceModel, DeviceMove } from '../kernel/index.ts';

/** What a scenario says of a simulated USB disk; `UsbDevice` documents it. */
interface Config {
  readonly completes: 'any time' | 'perhaps' | 'never';
  readonly resets: 'any time' | 'perhaps' | 'never';
  readonly order: 'any' | 'as submitted';
  readonly unplugs: 'any time' | 'perhaps' | 'never';
  readonly line: 'edge' | 'level';
}

/** What a property may look at: `s.device('usb')`. */
export interface UsbDeviceView {
  /** Transfers that are being copied. */
  readonly inFlight: number;
  /** Transfers that have completed, and that the driver has not taken yet. */
  readonly completed: number;
  /** Whether a reset is under way. */
  readonly resetting: boolean;
  /** Transfers dropped by a reset, submitted during one, or not taken when the disk was unplugged; stops counting at 15. */
  readonly lostTransfers: number;
  /** Transfers submitted during a reset; stops counting at 15. */
  readonly submittedWhileResetting: number;
  /** Whether it has been unplugged. */
  readonly unplugged: boolean;
}

/** Words of the state. Tickets are bits: ticket n is bit n - 1. */
const IN_FLIGHT = 0;
const COMPLETED = 1;
const RESET = 2;
const LOST = 3;
const SUBMITTED_WHILE_RESETTING = 4;
const UNPLUGGED = 5;
/** The tickets in use in the order in which they were submitted, where transfers complete in that order: the completed come first. */
const QUEUE = 6;

/** Values of the RESET word. */
const UNDER_WAY = 1;
const ENDED = 2;

const at = (words: Int32Array, word: number): number => words[word] ?? 0;

const TICKETS = 16;
const MOST_COUNTED = 15;

/** The lowest ticket of a set that `wanted` says, or 0. */
function lowest(set: number, wanted: boolean): number {
  for (let ticket = 1; ticket <= TICKETS; ticket++) {
    if (has(set, ticket) === wanted) return ticket;
  }
  return 0;
}

const has = (set: number, ticket: number): boolean => (set & (1 << (ticket - 1))) !== 0;

function size(set: number): number {
  let count = 0;
  for (let ticket = 1; ticket <= TICKETS; ticket++) if (has(set, ticket)) count++;
  return count;
}

function count(words: Int32Array, word: number, more: number): void {
  words[word] = Math.min(MOST_COUNTED, at(words, word) + more);
}

/** A level line stays up while there is something that the driver has not seen. */
function settle(words: Int32Array, config: Config, hooks: DeviceHooks): void {
  if (config.line === 'level' && at(words, COMPLETED) === 0 && at(words, RESET) !== ENDED) hooks.lower(0);
}

const inUse = (words: Int32Array): number => at(words, IN_FLIGHT) | at(words, COMPLETED);

/** The transfer that was submitted so many before the others; 0 if there is none, or no order. */
const inLine = (words: Int32Array, before: number): number => words[QUEUE + before] ?? 0;

function submit(words: Int32Array, block: Value, hooks: DeviceHooks): number {
  const ticket = lowest(inUse(words), false);
  if (ticket === 0 || at(words, UNPLUGGED)) return 0;
  hooks.note('submitted', [ticket, block]);
  if (at(words, RESET) === UNDER_WAY) {
    count(words, LOST, 1);
    count(words, SUBMITTED_WHILE_RESETTING, 1);
    hooks.note('lost', [ticket]);
  } else {
    if (words.length > QUEUE) words[QUEUE + size(inUse(words))] = ticket;
    words[IN_FLIGHT] = at(words, IN_FLIGHT) | (1 << (ticket - 1));
  }
  return ticket;
}

function nextCompleted(words: Int32Array): number {
  const ticket = inLine(words, 0) || lowest(at(words, COMPLETED), true);
  if (!has(at(words, COMPLETED), ticket)) return 0;
  words[COMPLETED] = at(words, COMPLETED) & ~(1 << (ticket - 1));
  if (words.length > QUEUE) words.copyWithin(QUEUE, QUEUE + 1).fill(0, -1);
  return ticket;
}

/** Forgets transfers, which will never be seen again. */
function lose(words: Int32Array, tickets: number, hooks: DeviceHooks): void {
  for (let ticket = 1; ticket <= TICKETS; ticket++) if (has(tickets, ticket)) hooks.note('lost', [ticket]);
  count(words, LOST, size(tickets));
  words[IN_FLIGHT] = at(words, IN_FLIGHT) & ~tickets;
  words[COMPLETED] = at(words, COMPLETED) & ~tickets;
  words.fill(0, QUEUE + size(at(words, COMPLETED)));
}

function startReset(words: Int32Array, hooks: DeviceHooks): void {
  if (at(words, UNPLUGGED)) return;
  hooks.note('reset started', []);
  lose(words, at(words, IN_FLIGHT), hooks);
  words[RESET] = UNDER_WAY;
}

function unplug(words: Int32Array, hooks: DeviceHooks): void {
  hooks.note('unplugged', []);
  lose(words, inUse(words), hooks);
  words[RESET] = 0;
  words[UNPLUGGED] = 1;
  hooks.unplugged();
}

function resetDone(words: Int32Array): boolean {
  if (at(words, RESET) === ENDED) words[RESET] = 0;
  return at(words, RESET) !== UNDER_WAY;
}

/** What can happen: a transfer with this ticket ends, a reset ends, the disk is unplugged. */
interface Happening {
  readonly what: number | 'end reset' | 'unplug';
  readonly must: boolean;
}

/** Ends of transfers, lowest ticket first, then the end of a reset, then the unplug: what `moves` lists and `move` takes by its index. */
function happenings(words: Int32Array, config: Config): readonly Happening[] {
  const found: Happening[] = [];
  const offer = (what: Happening['what'], happens: Config['completes']): void => {
    if (happens !== 'never') found.push({ what, must: happens === 'any time' });
  };
  const turn = inLine(words, size(at(words, COMPLETED)));
  for (let ticket = 1; ticket <= TICKETS; ticket++) {
    if (!has(at(words, IN_FLIGHT), ticket)) continue;
    if (config.order === 'any' || ticket === turn) offer(ticket, config.completes);
  }
  if (at(words, RESET) === UNDER_WAY) offer('end reset', config.resets);
  if (!at(words, UNPLUGGED)) offer('unplug', config.unplugs);
  return found;
}

/** A disk that copies blocks: transfers in flight complete, in any order or as they were submitted; a reset and an unplug drop them. */
export const usbDevice: DeviceModel<Config> = {
  words: ({ order }) => (order === 'any' ? QUEUE : QUEUE + TICKETS),
  lines: ({ line }) => [{ type: line }],
  operations: ['submit', 'nextCompleted', 'startReset', 'resetDone'],

  access(words, config, operation, args, hooks) {
    let answer: Value;
    if (operation === 'submit') answer = submit(words, args[0], hooks);
    else if (operation === 'nextCompleted') answer = nextCompleted(words);
    else if (operation === 'resetDone') answer = resetDone(words);
    else startReset(words, hooks);
    settle(words, config, hooks);
    return answer;
  },

  moves: (words, config): readonly DeviceMove[] =>
    happenings(words, config).map(({ what, must }) => ({
      what: typeof what === 'number' ? `complete ${what}` : what,
      must,
    })),

  move(words, config, index, hooks) {
    const what = happenings(words, config)[index]?.what;
    if (what === undefined) throw new Error('internal bug: a move that the device does not have');
    if (what === 'unplug') {
      unplug(words, hooks);
      return settle(words, config, hooks);
    }
    if (what === 'end reset') {
      words[RESET] = ENDED;
      hooks.note('reset ended', []);
    } else {
      words[IN_FLIGHT] = at(words, IN_FLIGHT) & ~(1 << (what - 1));
      words[COMPLETED] = at(words, COMPLETED) | (1 << (what - 1));
      hooks.note('completed', [what]);
    }
    hooks.raise(0);
  },

  view: (words) => ({
    inFlight: size(at(words, IN_FLIGHT)),
    completed: size(at(words, COMPLETED)),
    resetting: at(words, RESET) === UNDER_WAY,
    lostTransfers: at(words, LOST),
    submittedWhileResetting: at(words, SUBMITTED_WHILE_RESETTING),
    unplugged: at(words, UNPLUGGED) === 1,
  }),
};
