import type { Cell } from './cell.ts';
import type { OSObject } from './OSObject.ts';

/** What a thread sleeps on: only its identity counts. In XNU an address; sleeping on or waking NULL panics. */
export type Event = Cell<unknown> | OSObject | null;
