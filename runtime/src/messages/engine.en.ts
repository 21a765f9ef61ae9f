import { failureEn } from './failure.en.ts';
import { misuseEn } from './misuse.en.ts';
import { programEn } from './program.en.ts';
import { propertyEn } from './property.en.ts';
import { refusalEn } from './refusal.en.ts';
import { scheduleEn } from './schedule.en.ts';
import { traceEn } from './trace.en.ts';
import { verdictEn } from './verdict.en.ts';

/** Every English sentence of the engine, and the words of a trace. */
export const engineEn = {
  ...verdictEn,
  ...refusalEn,
  ...misuseEn,
  ...failureEn,
  ...programEn,
  ...propertyEn,
  ...scheduleEn,
  ...traceEn,
} as const;
