/** Width of a text in units of one Latin letter of the monospace face: a Han letter, kana or full-width sign takes two. */
export function textUnits(text: string): number {
  let units = 0;
  for (const letter of text) units += isWide(letter.codePointAt(0)!) ? 2 : 1;
  return units;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}

/** Fills a text with spaces on the right to `units`. */
export function padText(text: string, units: number): string {
  return text + ' '.repeat(Math.max(0, units - textUnits(text)));
}
