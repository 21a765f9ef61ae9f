import type { Localized } from '../explore/verdict.ts';
import { sayBoth, type MessageData } from '../messages/index.ts';
import type { ProgramError } from './protocol.ts';

/** How a driver writes what the kernel calls otherwise. */
const WRITTEN: Readonly<Record<string, string>> = { load: 'get()', store: 'set(…)' };

/** Why a program could not be run, or broke off: where, what happened, what to try; in both languages. */
export function explainFault({ code, data, file, line }: ProgramError): Localized {
  if (file === undefined) return refusal(code, data);
  return refusal(code, data, line === undefined ? file : `${file}:${line}`);
}

/** The sentence for a rule that a program broke, after its place if that is known. */
export function refusal(code: string, data: MessageData, place?: string): Localized {
  const named = code === 'make-it-a-cell' && data['field'] !== undefined;
  const operation = WRITTEN[String(data['operation'])];
  const told = operation === undefined ? data : { ...data, operation };
  const said = sayBoth(named ? `refusal.${code}.field` : `refusal.${code}`, told);
  if (place === undefined) return { ...said, en: said.en.charAt(0).toUpperCase() + said.en.slice(1) };
  return { en: `${place}: ${said.en}`, 'zh-Hans': `${place}：${said['zh-Hans']}` };
}
