import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { conformance, type Judged } from './judge.ts';
import { texts, type Locale } from './page-texts.ts';
import { files } from './table.ts';

const root = join(import.meta.dirname, '../..');
const tag = 'xnu-11417.121.6';

/** Where the page is, below the root. */
export const pages: Readonly<Record<Locale, string>> = {
  en: 'lessons/reference/what-xnu-does-where.mdx',
  'zh-Hans': 'i18n/zh-Hans/docusaurus-plugin-content-docs/current/reference/what-xnu-does-where.mdx',
};

/**
 * The course's page on what XNU does where, as the table and the sources have it now. What the translation's front matter says of its
 * source, another tool writes: it stays as it is.
 */
export function pageText(locale: Locale): string {
  const { frontMatter, intro, file: itsFile, columns } = texts[locale];
  const path = join(root, pages[locale]);
  const said = existsSync(path)
    ? /^source:\n(?: {2}.*\n)+/m.exec(readFileSync(path, 'utf8'))?.[0]
    : undefined;
  const sections = [...conformance().classes].map(([name, methods]) => {
    const file = files[name] ?? '';
    const link = `[\`${file}\`](https://github.com/apple-oss-distributions/xnu/blob/${tag}/${file})`;
    const rows = methods.map((method) => row(name, method, locale));
    return [
      `## ${code(name)} {/* #${name.toLowerCase()} */}`,
      `${itsFile}${link}`,
      [columns, '|---|---|---|---|', ...rows].join('\n'),
    ];
  });
  return (
    [`---\n${frontMatter}\n${said ?? ''}---`, intro, ...sections.flat(), ''].join('\n\n').trimEnd() + '\n'
  );
}

function row(className: string, method: Judged, locale: Locale): string {
  const { library, missing } = texts[locale];
  const { name, implemented, mirrors, tests, throughLibrary, differs } = method;
  // The class's own test if it can be, so that a test elsewhere changes nothing here.
  const test = tests.find((file) => basename(file) === `${className}.test.ts`) ?? tests[0];
  const held = test === undefined ? (throughLibrary ? library : '–') : code(basename(test));
  const cells = [code(name), implemented ? code(mirrors) : missing, held, differs?.[locale] ?? ''];
  return `| ${cells.join(' | ')} |`;
}

const code = (text: string): string => `\`${text}\``;

/** Writes the page in both languages. */
export function writePages(): void {
  for (const locale of Object.keys(pages) as Locale[]) {
    writeFileSync(join(root, pages[locale]), pageText(locale));
  }
}
