import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadFrom } from '../docusaurus.ts';
import type { Finding } from '../finding.ts';
import { filesBelow } from '../pairs.ts';
import { paired, type Side, type Texts } from './catalogue.ts';
import type { Message } from './message.ts';

interface Extracted {
  sourceCodeFilePath: string;
  translations: Record<string, { message: string }>;
  warnings: string[];
}

interface Babel {
  getBabelOptions(options: { isServer: boolean }): object;
  extractAllSourceCodeFileTranslations(files: string[], options: object): Promise<Extracted[]>;
}

/** What the site says in English: the defaults in its source, by Docusaurus's own extractor. */
async function defaults(root: string): Promise<{ side: Side; findings: Finding[] }> {
  const texts: Texts = new Map();
  const places = new Map<string, string>();
  const sources = filesBelow(join(root, 'site'), (file) => /(?<!\.test)\.tsx?$/.test(file))
    .map((file) => `site/${file}`)
    .filter((file) => readFileSync(join(root, file), 'utf8').includes('@docusaurus/Translate'));
  if (sources.length === 0) return { side: { texts, file: () => 'site' }, findings: [] };
  const babel = (await loadFrom('@docusaurus/core', '@docusaurus/babel')) as unknown as Babel;
  const files = sources.map((file) => join(root, file));
  const extracted = await babel.extractAllSourceCodeFileTranslations(
    files,
    babel.getBabelOptions({ isServer: true }),
  );
  const findings = extracted.flatMap(({ warnings }, index) =>
    warnings.map((warning) => ({
      file: sources[index] ?? 'site',
      line: Number(/at line (\d+)/.exec(warning)?.[1] ?? 1),
      rule: 'messages',
      problem: warning.split('\n')[0] ?? warning,
      remedy: 'Give Translate a constant id and a constant text',
    })),
  );
  extracted.forEach(({ translations }, index) => {
    for (const [key, { message }] of Object.entries(translations)) {
      texts.set(key, message);
      places.set(key, sources[index] ?? 'site');
    }
  });
  return { side: { texts, file: (key) => places.get(key) ?? 'site' }, findings };
}

const readTexts = (root: string, file: string): Texts => {
  if (!existsSync(join(root, file))) return new Map();
  const entries = JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, { message: string }>;
  return new Map(Object.entries(entries).map(([key, { message }]) => [key, message]));
};

/** The texts that Docusaurus and its theme have of themselves, in English; ours translate them where they please. */
const isTheirs = ({ key, en }: Message): boolean => en === undefined && key.startsWith('theme.');

/** The texts of the site: its components', then those of the navigation bar, the footer and the sidebars. */
export async function siteTexts(
  root: string,
  read: (file: string) => string,
): Promise<{ messages: Message[]; findings: Finding[] }> {
  const { side, findings } = await defaults(root);
  const own = readTexts(root, 'i18n/en/code.json');
  const english: Side = {
    texts: new Map([...side.texts, ...own]),
    file: (key) => (own.has(key) ? 'i18n/en/code.json' : side.file(key)),
  };
  const chinese: Side = {
    texts: readTexts(root, 'i18n/zh-Hans/code.json'),
    file: () => 'i18n/zh-Hans/code.json',
  };
  const code = paired(english, chinese, read).filter((message) => !isTheirs(message));
  const others = filesBelow(
    join(root, 'i18n/zh-Hans'),
    (file) => file.endsWith('.json') && file !== 'code.json',
  );
  const rest = others.flatMap((name) => {
    const [en, zh] = [`i18n/en/${name}`, `i18n/zh-Hans/${name}`];
    const texts = readTexts(root, zh);
    // The English of these stands in the configuration, unless a file says otherwise.
    const twins = existsSync(join(root, en)) ? readTexts(root, en) : texts;
    return paired({ texts: twins, file: () => en }, { texts, file: () => zh }, read).map((message) =>
      twins === texts ? { ...message, en: message.zh ?? '' } : message,
    );
  });
  return { messages: [...code, ...rest], findings };
}
