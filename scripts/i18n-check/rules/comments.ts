import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommentError, readerComments } from '../../reader-comments.ts';
import { HAN } from '../chinese.ts';
import type { Finding } from '../finding.ts';
import { filesBelow } from '../pairs.ts';

const CODE = [
  { folder: 'lessons', passes: (file: string) => /\.(cpp|h|ts)$/.test(file) },
  { folder: 'exercises', passes: (file: string) => file.endsWith('.ts') },
];

/** (c) A comment that a learner reads is written twice, `// en:` above `// zh:`. */
export function commentPairs(root: string): Finding[] {
  return CODE.flatMap(({ folder, passes }) =>
    filesBelow(join(root, folder), passes).flatMap((name) => {
      const file = `${folder}/${name}`;
      const text = readFileSync(join(root, file), 'utf8');
      const found: Finding[] = [];
      try {
        readerComments(text, 'en');
      } catch (error) {
        const { line, problem } = error as CommentError;
        found.push({
          file,
          line,
          rule: 'comments',
          problem,
          remedy: 'Write // en: and // zh: on adjacent lines',
        });
      }
      const lines = text.split('\n');
      lines.forEach((line, index) => {
        if (/^\s*\/\/ en:/.test(line) && lines[index - 1]?.trim() === '')
          found.push({
            file,
            line: index,
            rule: 'comments',
            problem: 'two empty lines for a reader: the comment in the other language becomes one',
            remedy: 'Take the empty line above // en: out',
          });
        const comment = /^\s*\/\/ ?(.*)$/.exec(line)?.[1] ?? '';
        if (!HAN.test(comment) || comment.startsWith('zh:')) return;
        const problem = 'a Chinese comment that English readers would see';
        found.push({
          file,
          line: index + 1,
          rule: 'comments',
          problem,
          remedy: 'Begin it with // zh:, below its // en:',
        });
      });
      return found;
    }),
  );
}
