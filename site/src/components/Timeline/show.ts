import type { Shown } from 'workloop/trace';

/** A value as the drawing writes it: short, and like the language the program is in. */
export function show(value: Shown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, inner]) => `${key}: ${show(inner)}`)
      .join(', ')}}`;
  }
  return String(value);
}
