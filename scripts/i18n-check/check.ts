import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byPlace, type Finding } from './finding.ts';
import { GLOSSARY_FILE, readGlossary, type Glossary } from './glossary-data.ts';
import { readPage } from './page.ts';
import { findPairs, type Pair } from './pairs.ts';
import { codeFiles, codeParity } from './rules/code.ts';
import { commentPairs } from './rules/comments.ts';
import { definitions } from './rules/definitions.ts';
import { freshness } from './rules/freshness.ts';
import { glossaryWords } from './rules/glossary.ts';
import { messages } from './rules/messages.ts';
import { frontMatter, unpaired } from './rules/pairing.ts';
import { chineseProse } from './rules/prose.ts';
import { questions } from './rules/questions.ts';
import { structure } from './rules/structure.ts';
import { traditional } from './rules/traditional.ts';
import { untranslated } from './rules/untranslated.ts';
import { zhlint } from './rules/zhlint.ts';

/** What a check needs beside the files. */
export interface CheckOptions {
  /** YYYY-MM-DD, for translations that may stay behind until a day. */
  today: string;
}

function checkPair(root: string, pair: Pair, glossary: Glossary, { today }: CheckOptions): Finding[] {
  const found = unpaired(pair);
  const zh = pair.has.zh ? readPage(root, pair.zh) : undefined;
  if (pair.has.zh) {
    const text = readFileSync(join(root, pair.zh), 'utf8');
    const tree = zh && 'tree' in zh ? zh.tree : undefined;
    found.push(...zhlint(pair.zh, text, tree), ...traditional(pair.zh, text));
  }
  const en = pair.has.en ? readPage(root, pair.en) : undefined;
  if (en && !('tree' in en)) found.push(en);
  if (zh && !('tree' in zh)) found.push(zh);
  if (en && 'tree' in en) found.push(...codeFiles(root, en));
  if (zh && 'tree' in zh) found.push(...codeFiles(root, zh), ...chineseProse(zh));
  if (!en || !zh || !('tree' in en) || !('tree' in zh)) return found;
  return [
    ...found,
    ...frontMatter(en, zh),
    ...structure(en, zh, pair.kind),
    ...questions(en),
    ...questions(zh),
    ...codeParity(en, zh),
    ...freshness(root, pair.kind, en, zh, today),
    ...glossaryWords(en, zh, glossary),
    ...untranslated(en, zh),
  ];
}

/** Everything that is wrong with the two languages of a course, in the order of its files. */
export async function check(root: string, options: CheckOptions): Promise<Finding[]> {
  const read = readGlossary(root);
  const glossary = 'terms' in read ? read : { never: [], terms: [] };
  const found = [
    ...('terms' in read ? definitions(read, readFileSync(join(root, GLOSSARY_FILE), 'utf8')) : [read]),
    ...findPairs(root).flatMap((pair) => checkPair(root, pair, glossary, options)),
    ...commentPairs(root),
    ...(await messages(root, glossary)),
  ];
  return found.sort(byPlace);
}
