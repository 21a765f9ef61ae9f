import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../finding.ts';
import type { Glossary } from '../glossary-data.ts';
import { filesBelow } from '../pairs.ts';
import { flatten, hasKey, lineOfKey, paired, type Side, type Texts } from './catalogue.ts';
import { message, type Message } from './message.ts';
import { programTexts } from './program-texts.ts';
import { siteTexts } from './site-texts.ts';

/** What a catalogue of the engine exports, its parts included; the name of the export is no part of the keys. */
async function engineSide(root: string, file: string): Promise<Side> {
  const texts: Texts = new Map();
  if (existsSync(join(root, file))) {
    const module = (await import(/* @vite-ignore */ pathToFileURL(join(root, file)).href)) as Record<
      string,
      unknown
    >;
    for (const exported of Object.values(module)) flatten(exported, '', texts);
  }
  const folder = join(root, dirname(file));
  const sources = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => name.endsWith(basename(file)))
    .map((name) => ({ name: join(dirname(file), name), text: readFileSync(join(folder, name), 'utf8') }));
  return { texts, file: (key) => sources.find(({ text }) => hasKey(text, key))?.name ?? file };
}

/** Records such as `{ "en": …, "zh-Hans": … }` anywhere in an exercise's data. */
function exerciseTexts(root: string, read: (file: string) => string): Message[] {
  return filesBelow(join(root, 'exercises'), (file) => file === 'exercise.json').flatMap((name) => {
    const file = `exercises/${name}`;
    const visit = (value: unknown, key: string): Message[] => {
      if (typeof value !== 'object' || value === null) return [];
      const { en, 'zh-Hans': zh } = value as { en?: unknown; 'zh-Hans'?: unknown };
      if (typeof en !== 'string' && typeof zh !== 'string') {
        return Object.entries(value).flatMap(([inner, below]) =>
          visit(below, key ? `${key}.${inner}` : inner),
        );
      }
      const texts = { ...(typeof en === 'string' && { en }), ...(typeof zh === 'string' && { zh }) };
      return [{ key, ...texts, file, line: lineOfKey(read(file), key) }];
    };
    return visit(JSON.parse(read(file)), '');
  });
}

/** (f) The texts of the engine, the site, the exercises' data and the programs. */
export async function messages(root: string, glossary: Glossary): Promise<Finding[]> {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const [en, zh] = await Promise.all(
    ['en', 'zh-Hans'].map((name) => engineSide(root, `runtime/src/messages/${name}.ts`)),
  );
  const engine = en && zh ? paired(en, zh, read) : [];
  const site = await siteTexts(root, read);
  const all = [...engine, ...site.messages, ...exerciseTexts(root, read), ...programTexts(root, read)];
  return [...site.findings, ...all.flatMap((one) => message(one, glossary))];
}
