/** What IOKit's return codes are called. A number in their range is one: nothing else a driver counts comes near it. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [-536870165, 'kIOReturnAborted'],
  [-536870206, 'kIOReturnBadArgument'],
  [-536870187, 'kIOReturnBusy'],
  [-536870196, 'kIOReturnCannotLock'],
  [-536870212, 'kIOReturnError'],
  [-536870203, 'kIOReturnExclusiveAccess'],
  [-536870911, 'kIOReturnInvalid'],
  [-536870208, 'kIOReturnNoDevice'],
  [-536870177, 'kIOReturnNoInterrupt'],
  [-536870211, 'kIOReturnNoMemory'],
  [-536870210, 'kIOReturnNoResources'],
  [-536870160, 'kIOReturnNotFound'],
  [-536870174, 'kIOReturnNotPermitted'],
  [-536870184, 'kIOReturnNotReady'],
  [-536870168, 'kIOReturnOverrun'],
  [-536870186, 'kIOReturnTimeout'],
  [-536870201, 'kIOReturnUnsupported'],
]);

/** `kIOReturnAborted` for -536870165; undefined for a number that is no return code, and for 0, which may be a count. */
export const returnCodeName = (value: number): string | undefined => NAMES.get(value);

const names = new Set(NAMES.values());

/** Whether a shown text is a return code's name, and not a string of the program's. */
export const isReturnCodeName = (text: string): boolean => names.has(text);
