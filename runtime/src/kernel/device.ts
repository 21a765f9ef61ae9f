import type { Value } from '../effects/index.ts';

/** What a device model may do to the world when it is touched or moves. */
export interface DeviceHooks {
  /** Edge: latches one delivery. Level: asserts the line. */
  raise(line: number): void;
  /** Level: the line is no longer asserted. */
  lower(line: number): void;
  /** For the trace: `transfer completed`, [ticket]. A code, not a sentence. */
  note(what: string, values: readonly Value[]): void;
  /** It is gone: what its stand-in wants to be run then begins. */
  unplugged(): void;
  /** A wrong use by the driver ends the run with this code. */
  panic(code: string, data: Readonly<Record<string, string | number>>): void;
}

/** One thing that the environment will (must) or might do with a device in a state. */
export interface DeviceMove {
  readonly what: string;
  readonly must: boolean;
}

/** Simulated hardware: a small state machine whose registers are words of the system state. Pure but for its words. */
export interface DeviceModel<Config = unknown> {
  /** How many words of the state it needs. Starts as zeros. */
  words(config: Config): number;
  lines(config: Config): readonly { readonly type: 'edge' | 'level' }[];
  /** The operations a driver may ask for; anything else is a violation. */
  readonly operations: readonly string[];
  access(
    words: Int32Array,
    config: Config,
    operation: string,
    args: readonly Value[],
    hooks: DeviceHooks,
  ): Value;
  /** Fills with what may happen now, in a fixed order. */
  moves(words: Int32Array, config: Config): readonly DeviceMove[];
  move(words: Int32Array, config: Config, index: number, hooks: DeviceHooks): void;
  /** What a property may look at: `s.device('usb').inFlight`. */
  view(words: Int32Array, config: Config): Readonly<Record<string, Value>>;
}
