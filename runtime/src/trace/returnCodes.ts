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

/** err_system(0x38): where IOKit's return codes begin, and where the next system's do. */
const FIRST = 0x38 << 26;
const NEXT = 0x39 << 26;

/**
 * A return code as a trace shows it: `kIOReturnAborted` for -536870165, `0xe00002cd` for one that has no name here; undefined for a
 * number that is none, and for 0, which may be a count.
 */
export function returnCodeText(value: number): string | undefined {
  const isOne = Number.isInteger(value) && value >= FIRST && value < NEXT;
  return isOne ? (NAMES.get(value) ?? hex(value)) : undefined;
}

/** A number of 32 bits as XNU prints it. */
const hex = (value: number): string => `0x${(value >>> 0).toString(16)}`;

const numbers = new Map([...NAMES].map(([value, name]) => [name, hex(value)]));

/** Whether a shown text is a return code, and not a string of the program's. */
export const isReturnCodeText = (text: string): boolean =>
  numbers.has(text) || /^0xe[0-3][0-9a-f]{6}$/.test(text);

/** A text with the number behind each name of a return code, as a log of XNU's has it: `kIOReturnBusy (0xe00002d5)`. */
export const withReturnCodes = (text: string): string =>
  text.replaceAll(/\bkIOReturn\w+/g, (name) => (numbers.has(name) ? `${name} (${numbers.get(name)})` : name));
