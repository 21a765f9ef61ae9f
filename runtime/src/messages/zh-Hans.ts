import { cliZh } from './cli.zh-Hans.ts';
import type { en } from './en.ts';
import { engineZh } from './engine.zh-Hans.ts';

/** Every Chinese sentence of the engine and the command line: the same keys, or it does not compile. */
export const zhHans: Readonly<Record<keyof typeof en, string>> = { ...engineZh, ...cliZh };
