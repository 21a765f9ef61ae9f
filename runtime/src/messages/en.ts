import { cliEn } from './cli.en.ts';
import { engineEn } from './engine.en.ts';

/** Every English sentence of the engine and the command line. */
export const en = { ...engineEn, ...cliEn } as const;
