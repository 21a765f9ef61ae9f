/** An error as it leaves a procedure: its name and message, nothing else. */
export interface Crossing {
  readonly name: string;
  readonly message: string;
}

const kinds: Readonly<Record<string, new (message: string) => Error>> = {
  Error,
  TypeError,
  RangeError,
  ReferenceError,
  SyntaxError,
  EvalError,
  URIError,
};

const text = (value: unknown): string => {
  try {
    return String(value);
  } catch {
    return '';
  }
};

const shorten = (value: string): string => (value.length > 2000 ? `${value.slice(0, 2000)}…` : value);

export function crossing(error: unknown): Crossing {
  if (!(error instanceof Error)) return { name: 'Error', message: shorten(text(error)) };
  return { name: shorten(text(error.name)), message: shorten(text(error.message)) };
}

export function errorOf({ name, message }: Crossing): Error {
  const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
  const error = new (kind ?? Error)(message);
  if (!kind) Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  return error;
}
