import type { Value } from '../effects/index.ts';
import type { DeviceHooks, DeviceModel, DeviceMove } from '../kernel/index.ts';

/** What a scenario says of a simulated USB disk; `UsbDevice` documents it. */
interface Config {
  readonly completes: 'any time' | 'perhaps' | 'never';
  readonly resets: 'any time' | 'perhaps' | 'never';
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
  /** Transfers dropped by a reset, or submitted during one; stops counting at 15. */
  readonly lostTransfers: number;
  /** Transfers submitted during a reset; stops counting at 15. */
  readonly submittedWhileResetting: number;
}

/** Words of the state. Tickets are bits: ticket n is bit n - 1. */
const IN_FLIGHT = 0;
const COMPLETED = 1;
const RESET = 2;
const LOST = 3;
const SUBMITTED_WHILE_RESETTING = 4;

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

function submit(words: Int32Array, block: Value, hooks: DeviceHooks): number {
  const ticket = lowest(at(words, IN_FLIGHT) | at(words, COMPLETED), false);
  if (ticket === 0) return 0;
  hooks.note('submitted', [ticket, block]);
  if (at(words, RESET) === UNDER_WAY) {
    count(words, LOST, 1);
    count(words, SUBMITTED_WHILE_RESETTING, 1);
    hooks.note('lost', [ticket]);
  } else {
    words[IN_FLIGHT] = at(words, IN_FLIGHT) | (1 << (ticket - 1));
  }
  return ticket;
}

function nextCompleted(words: Int32Array): number {
  const ticket = lowest(at(words, COMPLETED), true);
  if (ticket !== 0) words[COMPLETED] = at(words, COMPLETED) & ~(1 << (ticket - 1));
  return ticket;
}

function startReset(words: Int32Array, hooks: DeviceHooks): void {
  hooks.note('reset started', []);
  for (let ticket = 1; ticket <= TICKETS; ticket++) {
    if (has(at(words, IN_FLIGHT), ticket)) hooks.note('lost', [ticket]);
  }
  count(words, LOST, size(at(words, IN_FLIGHT)));
  words[IN_FLIGHT] = 0;
  words[RESET] = UNDER_WAY;
}

function resetDone(words: Int32Array): boolean {
  if (at(words, RESET) === ENDED) words[RESET] = 0;
  return at(words, RESET) !== UNDER_WAY;
}

/** Ends of transfers, lowest ticket first, then the end of a reset: what `moves` lists and `move` takes by its index. */
function events(words: Int32Array, config: Config): readonly { ticket: number; must: boolean }[] {
  const found: { ticket: number; must: boolean }[] = [];
  for (let ticket = 1; config.completes !== 'never' && ticket <= TICKETS; ticket++) {
    if (has(at(words, IN_FLIGHT), ticket)) found.push({ ticket, must: config.completes === 'any time' });
  }
  if (at(words, RESET) === UNDER_WAY && config.resets !== 'never') {
    found.push({ ticket: 0, must: config.resets === 'any time' });
  }
  return found;
}

/** A disk that copies blocks: tickets in flight complete in any order, and a reset drops them. */
export const usbDevice: DeviceModel<Config> = {
  words: () => 5,
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
    events(words, config).map(({ ticket, must }) => ({
      what: ticket === 0 ? 'end reset' : `complete ${ticket}`,
      must,
    })),

  move(words, config, index, hooks) {
    const event = events(words, config)[index];
    if (!event) throw new Error('internal bug: a move that the device does not have');
    if (event.ticket === 0) {
      words[RESET] = ENDED;
      hooks.note('reset ended', []);
    } else {
      words[IN_FLIGHT] = at(words, IN_FLIGHT) & ~(1 << (event.ticket - 1));
      words[COMPLETED] = at(words, COMPLETED) | (1 << (event.ticket - 1));
      hooks.note('completed', [event.ticket]);
    }
    hooks.raise(0);
  },

  view: (words) => ({
    inFlight: size(at(words, IN_FLIGHT)),
    completed: size(at(words, COMPLETED)),
    resetting: at(words, RESET) === UNDER_WAY,
    lostTransfers: at(words, LOST),
    submittedWhileResetting: at(words, SUBMITTED_WHILE_RESETTING),
  }),
};
