import type { DeviceModel } from '../kernel/index.ts';
import { sharedLine } from './sharedLine.ts';
import { usbDevice } from './usbDevice.ts';

export type { UsbDeviceView } from './usbDevice.ts';

/** Every model of simulated hardware, by the name that its stand-in gives. */
export const models: Readonly<Record<string, DeviceModel>> = { sharedLine, usb: usbDevice };
