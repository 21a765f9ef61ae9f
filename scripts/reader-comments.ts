/** The two languages of the course, as Docusaurus names its locales. */
export type Locale = 'en' | 'zh-Hans';

const COMMENT = /^(\s*\/\/ )(en|zh): ?(.*)$/;

/** A comment for readers that is not written in both languages. */
export class CommentError extends Error {
  override name = 'CommentError';
  /** From 1. */
  readonly line: number;
  readonly problem: string;

  constructor(line: number, problem: string) {
    super(`line ${line}: ${problem}`);
    this.line = line;
    this.problem = problem;
  }
}

/**
 * Leaves of every comment that is written twice (`// en: …` above `// zh: …`, one or more lines each) the reader's
 * language. The other language's lines become empty lines above it, so the line count is the same in both.
 *
 * @throws CommentError when one language is missing, or Chinese comes first
 */
export function readerComments(text: string, locale: Locale): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  let at = 0;
  const take = (language: 'en' | 'zh'): string[] => {
    const run: string[] = [];
    for (
      let found = COMMENT.exec(lines[at] ?? '');
      found?.[2] === language;
      found = COMMENT.exec(lines[at] ?? '')
    ) {
      run.push(`${found[1]}${found[3]}`);
      at += 1;
    }
    return run;
  };
  while (at < lines.length) {
    const first = at + 1;
    const en = take('en');
    const zh = take('zh');
    if (en.length > 0 && zh.length === 0)
      throw new CommentError(first, '"// en:" has no "// zh:" on the next line');
    if (zh.length > 0 && en.length === 0)
      throw new CommentError(first, '"// zh:" has no "// en:" on the line above');
    if (en.length === 0) {
      kept.push(lines[at] ?? '');
      at += 1;
      continue;
    }
    const [shown, hidden] = locale === 'en' ? [en, zh] : [zh, en];
    kept.push(...hidden.map(() => ''), ...shown);
  }
  return kept.join('\n');
}
