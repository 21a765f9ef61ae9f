import { runWithConfig, type Config } from 'zhlint';
import { lineAt, type Finding } from '../finding.ts';
import { lineOf, type Node } from '../parse.ts';

const config: Config = {
  preset: 'default',
  rules: {
    preset: 'default',
    fullwidthPunctuation: '，。：；？！“”‘’（）',
    halfwidthPunctuation: '[]{}',
    adjustedFullwidthPunctuation: '',
  },
};

/** Not part of the heading's sentence. */
const HEADING_ID = / *\{\/\* #[\w-]+ \*\/\}$/gm;

const ARROW = /[←-⇿]$/;

/** Where the brace that opens at `open` is closed; `open` itself when it never is. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length; index += 1) {
    if (text[index] === '{') depth += 1;
    else if (text[index] === '}') depth -= 1;
    if (depth === 0) return index;
  }
  return open;
}

/** Blanks the inside of every `={…}`: zhlint takes it for prose. */
function maskProps(text: string): string {
  let masked = '';
  let at = 0;
  for (let open = text.indexOf('={'); open >= 0; open = text.indexOf('={', at)) {
    const close = closing(text, open + 1);
    masked += text.slice(at, open + 2) + text.slice(open + 2, close).replace(/[^\n]/g, 'x');
    at = Math.max(close, open + 2);
  }
  return masked + text.slice(at);
}

/** Blanks the lines of imports, exports and expressions that stand on their own. */
function maskScript(text: string, tree: Node | undefined): string {
  const lines = text.split('\n');
  for (const node of tree?.children ?? []) {
    if (node.type !== 'mdxjsEsm' && node.type !== 'mdxFlowExpression') continue;
    lines.fill('', lineOf(node) - 1, node.position?.end.line);
  }
  return lines.join('\n');
}

/**
 * Punctuation and spacing of a Chinese Markdown text, as zhlint sees them.
 *
 * @param tree its syntax tree, if it has one, to tell prose from script
 */
export function zhlint(file: string, original: string, tree?: Node): Finding[] {
  const text = maskProps(maskScript(original, tree)).replace(HEADING_ID, '');
  const source = original.split('\n');
  const { result, validations } = runWithConfig(text, config);
  const [before, after] = [text.split('\n'), result.split('\n')];
  const wrong = validations
    // zhlint takes an arrow for a letter and wants a space after it.
    .filter(({ index, length }) => !ARROW.test(text.slice(index, index + length)))
    .map(({ index, message }) => ({ line: lineAt(text, index), message }));
  return [...new Set(wrong.map(({ line }) => line))].map((line) => {
    const [was = '', is = '', whole = ''] = [before, after, source].map((lines) => lines[line - 1]);
    const isWhole = before.length === after.length && whole.startsWith(was);
    const messages = wrong.filter((one) => one.line === line).map(({ message }) => message);
    return {
      file,
      line,
      rule: 'zhlint',
      problem: [...new Set(messages)].join('；'),
      remedy: isWhole
        ? `Write: ${(is + whole.slice(was.length)).trim().replace(/([←-⇿]) (?=\p{Script=Han})/gu, '$1')}`
        : 'Correct the line',
    };
  });
}
