import type { CalloutEffect } from './callout.ts';
import type { CellEffect } from './cell.ts';
import type { ClockEffect } from './clock.ts';
import type { ControlEffect } from './control.ts';
import type { DeviceEffect } from './device.ts';
import type { InterruptEffect } from './interrupt.ts';
import type { MutexEffect } from './mutex.ts';
import type { ObjectEffect } from './object.ts';
import type { SpinEffect } from './spin.ts';
import type { ThreadEffect } from './thread.ts';
import type { WaitEffect } from './wait.ts';

/** Everything a thread may ask of the kernel. One answered effect is one step. */
export type Effect =
  | CellEffect
  | MutexEffect
  | SpinEffect
  | WaitEffect
  | ThreadEffect
  | ObjectEffect
  | ClockEffect
  | CalloutEffect
  | InterruptEffect
  | DeviceEffect
  | ControlEffect;

export type EffectType = Effect['type'];
