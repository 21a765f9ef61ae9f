import type { IOService } from './IOService.ts';

/*
 * Which lines have a handler, as far as setup has come: a factory has to know it and cannot ask the kernel. Threads find the lists
 * frozen, and do ask.
 */

const isSetup = (provider: IOService): boolean => !Object.isFrozen(provider.claimed);

/** Gives a line to who is about to register for it. Returns false, in setup, if somebody has it. */
export function claim(provider: IOService, index: number): boolean {
  if (!isSetup(provider)) return true;
  if (provider.claimed.includes(index)) return false;
  provider.claimed.push(index);
  return true;
}

/** Takes a line from who had it. */
export function giveUp(provider: IOService, index: number): void {
  if (isSetup(provider) && provider.claimed.includes(index)) {
    provider.claimed.splice(provider.claimed.indexOf(index), 1);
  }
}
