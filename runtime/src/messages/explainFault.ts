import type { ProgramError } from '../effects/program.ts';
import type { Locale } from './catalogue.ts';
import { isMessage, sayBoth, type MessageData } from './say.ts';

/** How a driver writes what the kernel calls otherwise. */
const WRITTEN: Readonly<Record<string, string>> = { load: 'get()', store: 'set(…)' };

type Both = Readonly<Record<Locale, string>>;

/** Why a program could not be run, or broke off: where, what happened, what to try. */
export function explainFault({ code, data, file, line }: ProgramError): Both {
  if (file === undefined) return refusal(code, data);
  return refusal(code, data, line === undefined ? file : `${file}:${line}`);
}

/** The sentence for a rule that a program broke, after its place if that is given. */
export function refusal(code: string, data: MessageData, place?: string): Both {
  const operation = WRITTEN[String(data['operation'])];
  const told = operation === undefined ? data : { ...data, operation };
  const withField = `refusal.${code}.field`;
  const said = sayBoth(
    data['field'] !== undefined && isMessage(withField) ? withField : `refusal.${code}`,
    told,
  );
  if (place === undefined) return { ...said, en: said.en.charAt(0).toUpperCase() + said.en.slice(1) };
  return { en: `${place}: ${said.en}`, 'zh-Hans': `${place}：${said['zh-Hans']}` };
}
