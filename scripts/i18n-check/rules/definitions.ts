import type { Finding } from '../finding.ts';
import { GLOSSARY_FILE, type Glossary } from '../glossary-data.ts';
import { lineOfKey } from './catalogue.ts';
import { message } from './message.ts';

/**
 * (e) A term that wants its English wants a definition as well; a definition is there in both languages, and its Chinese is Chinese.
 *
 * @param text the glossary as it is written, for the lines
 */
export function definitions(glossary: Glossary, text: string): Finding[] {
  return glossary.terms.flatMap(({ en: [name = ''], bracket, about }) => {
    const line = lineOfKey(text, name);
    if (about) {
      const { en, 'zh-Hans': zh } = about;
      return message({ key: name, en, zh, file: GLOSSARY_FILE, line }, glossary);
    }
    if (!bracket) return [];
    const problem = `"${name}" has no definition`;
    return [{ file: GLOSSARY_FILE, line, rule: 'glossary', problem, remedy: 'Say what it means: "about"' }];
  });
}
