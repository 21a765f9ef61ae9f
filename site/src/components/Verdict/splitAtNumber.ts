/** A sentence before, at and after its first number; `x86` and `disk.ts:12` are none. */
export function splitAtNumber(sentence: string): readonly [before: string, number: string, after: string] {
  const { 0: number = '', index = sentence.length } = /(?<![\w:.])\d[\d,]*/.exec(sentence) ?? {};
  return [sentence.slice(0, index), number, sentence.slice(index + number.length)];
}
