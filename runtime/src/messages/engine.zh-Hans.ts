import type { engineEn } from './engine.en.ts';
import { failureZh } from './failure.zh-Hans.ts';
import { misuseZh } from './misuse.zh-Hans.ts';
import { programZh } from './program.zh-Hans.ts';
import { propertyZh } from './property.zh-Hans.ts';
import { refusalZh } from './refusal.zh-Hans.ts';
import { scheduleZh } from './schedule.zh-Hans.ts';
import { traceZh } from './trace.zh-Hans.ts';
import { verdictZh } from './verdict.zh-Hans.ts';

/** Every Chinese sentence of the engine: the same keys, or it does not compile. */
export const engineZh: Readonly<Record<keyof typeof engineEn, string>> = {
  ...verdictZh,
  ...refusalZh,
  ...misuseZh,
  ...failureZh,
  ...programZh,
  ...propertyZh,
  ...scheduleZh,
  ...traceZh,
};
