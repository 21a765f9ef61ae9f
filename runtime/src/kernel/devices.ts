import type { DeviceAccess, Handle, Value, ValueId } from '../effects/index.ts';
import { HandleValue, ProcedureValue } from '../effects/index.ts';
import { enterNow } from './callouts.ts';
import type { Context } from './contexts.ts';
import type { DeviceHooks, DeviceModel } from './device.ts';
import { lineOf, lower, raise, type Line } from './interrupts.ts';
import type { Kernel } from './kernel.ts';
import { Remembered } from './remembered.ts';

/** A simulated device of this program. */
export interface Device {
  readonly handle: Handle;
  readonly name: string;
  readonly model: DeviceModel;
  readonly config: unknown;
  readonly context: Context;
  readonly slot: number;
  readonly words: number;
  /** Its words of every state vector it has met. */
  readonly views: WeakMap<Int32Array, Int32Array>;
  /** What it may do, and what it shows. */
  readonly moves: Remembered<ReturnType<DeviceModel['moves']>>;
  readonly view: Remembered<ReturnType<DeviceModel['view']>>;
  /** What runs when it is unplugged, once it was. */
  termination: ValueId | undefined;
}

/** Plugs in a device that setup created: its own context, and one for the handler of each line. */
export function plugIn(k: Kernel, handle: Handle): void {
  const record = k.records.get(handle);
  if (record?.creation?.kind !== 'device' || k.devices.some((d) => d.handle === handle)) return;
  const { model: modelName, config: configId } = record.creation;
  const model = k.options.models[modelName];
  if (!model) throw new Error(`internal bug: no device model ${modelName}`);
  const config = k.values.get(configId);
  const name = k.freeName((config as { readonly name?: string }).name ?? modelName);
  record.label = name;
  const context = k.addContext('device', name, handle);
  const { slot } = record;
  const views: Device['views'] = new WeakMap();
  const words = model.words(config);
  const moves: Device['moves'] = new Remembered(words, (of) => model.moves(of, config));
  const view: Device['view'] = new Remembered(words, (of) => model.view(of, config));
  const parts = { words, views, moves, view, termination: undefined };
  const device: Device = { handle, name, model, config, context, slot, ...parts };
  context.device = device;
  k.devices.push(device);
  model.lines(config).forEach(({ type }, index) => plugInLine(k, device, type, index));
}

function plugInLine(k: Kernel, device: Device, type: Line['type'], index: number): void {
  const name = `${device.name} irq ${index}`;
  const handle = k.records.own('line', name);
  const record = k.records.must(handle);
  record.label = name;
  const context = k.addContext('interrupt', name, handle);
  context.line = { handle, slot: record.slot, type, device: device.handle, index, context, wired: [] };
  k.lines.push(context.line);
  const { sharedLine } = (device.config ?? {}) as { readonly sharedLine?: Value };
  if (sharedLine instanceof HandleValue) lineOf(k, sharedLine.handle, 0)?.wired.push(context.line);
}

function wordsOf(s: Int32Array, d: Device): Int32Array {
  const known = d.views.get(s);
  if (known) return known;
  const words = s.subarray(d.slot, d.slot + d.words);
  d.views.set(s, words);
  return words;
}

function hooks(k: Kernel, s: Int32Array, me: Context, d: Device): DeviceHooks {
  const line = (index: number) => lineOf(k, d.handle, index);
  return {
    raise: (index) => {
      const l = line(index);
      if (l) raise(k, s, l);
    },
    lower: (index) => {
      const l = line(index);
      if (l) lower(s, l);
    },
    unplugged: () => terminate(k, s, d),
    note: (what, values) => k.listener?.({ type: 'device', device: d.handle, what, values }),
    panic: (code, data) => k.fail(s, me, 'panic', code, data),
  };
}

/** What the stand-in of a device wants to be run when it is unplugged: a thread call, and the method. */
export function whenUnplugged({ config }: Device): Unplugged | undefined {
  return (config as { readonly whenUnplugged?: Unplugged } | undefined)?.whenUnplugged;
}

interface Unplugged {
  readonly call: HandleValue;
  readonly run: readonly [self: Value, method: ProcedureValue];
}

function terminate(k: Kernel, s: Int32Array, d: Device): void {
  const wanted = whenUnplugged(d);
  if (wanted) enterNow(k, s, wanted.call.handle, (d.termination ??= terminationOf(k, wanted)));
}

function terminationOf(k: Kernel, { run: [self, { implementation, label }] }: Unplugged): ValueId {
  return k.values.intern(new ProcedureValue(implementation, self, label));
}

/** A driver touches the hardware. */
export function access(k: Kernel, s: Int32Array, me: Context, effect: DeviceAccess): ValueId | 0 {
  const d = k.devices.find((one) => one.handle === effect.device);
  const args = k.values.get(effect.arguments);
  if (!d || !d.model.operations.includes(effect.operation) || !Array.isArray(args)) {
    k.fail(s, me, 'violation', 'not-a-device-operation', { operation: effect.operation });
    return 0;
  }
  return k.values.intern(d.model.access(wordsOf(s, d), d.config, effect.operation, args, hooks(k, s, me, d)));
}

/** The hardware moves by itself. */
export function moveDevice(k: Kernel, s: Int32Array, me: Context, index: number): void {
  const d = deviceOf(me);
  d.model.move(wordsOf(s, d), d.config, index, hooks(k, s, me, d));
}

function deviceOf(me: Context): Device {
  if (!me.device) throw new Error('internal bug: a device context without a device');
  return me.device;
}

/** What this device may do now. */
export function deviceMoves(_k: Kernel, s: Int32Array, me: Context): ReturnType<DeviceModel['moves']> {
  const d = deviceOf(me);
  return d.moves.of(wordsOf(s, d));
}

/** What properties may see of a device. */
export function deviceView(s: Int32Array, d: Device): Readonly<Record<string, Value>> {
  return d.view.of(wordsOf(s, d));
}
