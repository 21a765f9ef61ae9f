import { cliEn } from './cli.en.ts';
import { failureEn } from './failure.en.ts';
import { misuseEn } from './misuse.en.ts';
import { programEn } from './program.en.ts';
import { propertyEn } from './property.en.ts';
import { refusalEn } from './refusal.en.ts';
import { scheduleEn } from './schedule.en.ts';
import { verdictEn } from './verdict.en.ts';

/** Every English sentence of the engine and the command line. */
export const en = {
  ...verdictEn,
  ...refusalEn,
  ...misuseEn,
  ...failureEn,
  ...programEn,
  ...cliEn,
  ...propertyEn,
  ...scheduleEn,
} as const;
