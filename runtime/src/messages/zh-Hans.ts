import { cliZh } from './cli.zh-Hans.ts';
import type { en } from './en.ts';
import { failureZh } from './failure.zh-Hans.ts';
import { misuseZh } from './misuse.zh-Hans.ts';
import { programZh } from './program.zh-Hans.ts';
import { propertyZh } from './property.zh-Hans.ts';
import { refusalZh } from './refusal.zh-Hans.ts';
import { scheduleZh } from './schedule.zh-Hans.ts';
import { verdictZh } from './verdict.zh-Hans.ts';

/** Every Chinese sentence of the engine and the command line: the same keys, or it does not compile. */
export const zhHans: Readonly<Record<keyof typeof en, string>> = {
  ...verdictZh,
  ...refusalZh,
  ...misuseZh,
  ...failureZh,
  ...programZh,
  ...cliZh,
  ...propertyZh,
  ...scheduleZh,
};
