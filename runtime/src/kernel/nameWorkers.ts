import { whenUnplugged } from './devices.ts';
import type { Kernel } from './kernel.ts';

/**
 * Calls the workers after what owns them, once setup has named it: `timerEventSource.calloutEntry` is `timerEventSource`, and what
 * terminates the device `usb` is `usb termination`.
 */
export function nameWorkers(k: Kernel): void {
  for (const { handle, workers } of k.callouts) {
    const device = k.devices.find((d) => whenUnplugged(d)?.call.handle === handle);
    const name = device ? `${device.name} termination` : k.records.must(handle).label.replace(/\.[^.]*$/, '');
    for (const worker of workers) worker.name = k.freeName(name);
  }
}
