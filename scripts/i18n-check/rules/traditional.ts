import { HAN } from '../chinese.ts';
import { lineAt, type Finding } from '../finding.ts';

/** GB 2312 has the 6,763 characters that Simplified Chinese prose is written with, and next to no Traditional ones. */
function gb2312(): Set<string> {
  const decoder = new TextDecoder('gbk');
  const rows = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, row) => 0xb0 + row);
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, cell) => 0xa1 + cell);
  return new Set(rows.flatMap((row) => cells.map((cell) => decoder.decode(Uint8Array.of(row, cell)))));
}

const simplified = gb2312();

/** No Traditional characters in a Chinese text. */
export function traditional(file: string, text: string): Finding[] {
  return [...text.matchAll(new RegExp(HAN.source, 'gu'))]
    .filter(([character]) => !simplified.has(character))
    .map((match) => ({
      file,
      line: lineAt(text, match.index),
      rule: 'traditional',
      problem: `“${match[0]}” is not a character of Simplified Chinese (GB 2312)`,
      remedy: 'Write the Simplified one',
    }));
}
