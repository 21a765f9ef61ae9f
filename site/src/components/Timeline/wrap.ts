import { columns as textUnits } from 'workloop/trace';

/** Breaks a text into lines of at most `units`, after a space or an opening sign where one is near. */
export function wrapText(text: string, units: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (textUnits(rest) > units) {
    const cut = cutAt(rest, units);
    lines.push(rest.slice(0, cut).trimEnd());
    rest = ` ${rest.slice(cut).trimStart()}`;
  }
  return [...lines, rest];
}

function cutAt(text: string, units: number): number {
  let cut = 0;
  let used = 0;
  let nice = 0;
  for (const letter of text) {
    used += textUnits(letter);
    if (used > units) break;
    cut += letter.length;
    if (/[\s(,，。：.→]/.test(letter) && used > units / 4) nice = cut;
  }
  return nice || cut;
}
