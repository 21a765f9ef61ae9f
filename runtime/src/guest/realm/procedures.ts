/** The body of a program's generator function. */
export type Raw = (this: unknown, ...args: unknown[]) => Iterator<unknown, unknown, unknown>;

/** A generator function of the program; a wrapper stands where the program sees it. */
export interface Procedure {
  readonly raw: Raw;
  readonly label: string;
  /** 0: made by a running history, so it has no number that stays, and its calls run inline. */
  readonly number: number;
}

const procedures: { readonly procedure: Procedure; readonly wrapper: object }[] = [];
const ofWrapper = new WeakMap<object, Procedure>();

/** `stays`: whether it is made once in the realm's life, and so may have a number. */
export function addProcedure(raw: Raw, label: string, stays: boolean, wrapper: object): Procedure {
  const procedure: Procedure = { raw, label, number: stays ? procedures.length + 1 : 0 };
  if (stays) procedures.push({ procedure, wrapper });
  ofWrapper.set(wrapper, procedure);
  return procedure;
}

export const procedureOf = (wrapper: object): Procedure | undefined => ofWrapper.get(wrapper);

export function procedureNumbered(number: number): {
  readonly procedure: Procedure;
  readonly wrapper: object;
} {
  const found = procedures[number - 1];
  if (!found) throw new Error('internal bug: no such procedure');
  return found;
}
