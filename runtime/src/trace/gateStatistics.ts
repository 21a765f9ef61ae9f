import type { Trace } from './types.ts';

/** How often a work loop's gate was closed and opened, nested times included; a sleep in it opens it once and closes it once. */
export interface GateStatistics {
  readonly closeGate: number;
  readonly openGate: number;
}

/**
 * What IOStatistics would say of each gate after a run. Counted from the trace, for a count in the kernel's state would make every
 * pass of an idle work loop a new state.
 *
 * @returns by the gate's name in the trace: `disk.gate`
 */
export function gateStatistics({ gates, steps }: Trace): Readonly<Record<string, GateStatistics>> {
  const events = steps.flatMap((step) => step.events);
  const count = (type: 'lockTaken' | 'lockReleased', gate: string): number =>
    events.filter((event) => event.type === type && event.lock === gate).length;
  return Object.fromEntries(
    gates.map((gate) => [
      gate,
      { closeGate: count('lockTaken', gate), openGate: count('lockReleased', gate) },
    ]),
  );
}
