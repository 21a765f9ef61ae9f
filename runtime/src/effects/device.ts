import type { Handle, ValueId } from './value.ts';

/** A driver touches its hardware's registers. What it does and answers is the device model's. */
export interface DeviceAccess {
  readonly type: 'device';
  readonly device: Handle;
  readonly operation: string;
  /** An array value. */
  readonly arguments: ValueId;
}

export type DeviceEffect = DeviceAccess;
