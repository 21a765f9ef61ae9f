import { sayBoth } from '../messages/index.ts';
import type { EngineChoice, EngineReport, OutcomeReport } from './protocol.ts';

/** Samples drawn in one world. Those after them begin in a fresh one with a seed of their own, so that it does not matter where. */
export const SAMPLES_A_BLOCK = 1000;

export const SAMPLES = 10_000;
export const SEED = 1;

/** Blocks whose seeds are that far apart draw nothing in common. */
const APART = 0x9e3779b9;

/** What one block is to draw; `before`: so many samples came before it. */
type DrawBlock = (choice: EngineChoice, before: number) => Promise<EngineReport>;

/** Draws samples block after block, until one finds something or they are enough. */
export async function drawBlocks(
  { samples = SAMPLES, seed = SEED, skip = 0 }: EngineChoice,
  draw: DrawBlock,
): Promise<EngineReport> {
  const reports: EngineReport[] = [];
  for (let before = 0; before < samples; before += SAMPLES_A_BLOCK) {
    const block = (skip + before) / SAMPLES_A_BLOCK;
    const choice = {
      engine: 'sample' as const,
      samples: Math.min(SAMPLES_A_BLOCK, samples - before),
      seed: (seed + Math.imul(block, APART)) | 0,
    };
    reports.push(await draw(choice, before));
    if (!isOpen(reports.at(-1))) break;
  }
  return mergeSamples(reports);
}

/** The parts of a choice of samples for so many workers, in the order in which `mergeSamples` wants their reports. */
export function splitSamples(choice: EngineChoice, workers: number): EngineChoice[] {
  const { samples = SAMPLES, skip = 0 } = choice;
  const blocks = Math.ceil(samples / SAMPLES_A_BLOCK);
  const size = Math.ceil(blocks / workers) * SAMPLES_A_BLOCK;
  return Array.from({ length: Math.ceil(samples / size) }, (_, part) => ({
    ...choice,
    samples: Math.min(size, samples - part * size),
    skip: skip + part * size,
  }));
}

/** Whether samples have found nothing, so that others may. */
export const isOpen = (report: EngineReport | undefined): boolean => report?.bound === 'samples';

/** What samples say together that were drawn in parts: as if one had drawn them all, in this order, until the first that found something. */
export function mergeSamples(reports: readonly EngineReport[]): EngineReport {
  const end = reports.findIndex((report) => !isOpen(report));
  const parts = end < 0 ? reports : reports.slice(0, end + 1);
  const last = parts.at(-1);
  if (!last) throw new Error('internal bug: no samples to merge');
  const sum = (of: (report: EngineReport) => number | undefined): number =>
    parts.reduce((total, report) => total + (of(report) ?? 0), 0);
  const samples = sum((report) => report.samples);
  return {
    ...last,
    questions: sum((report) => report.questions),
    samples,
    outcomes: distinct(parts.flatMap(({ outcomes }) => outcomes)),
    ...(isOpen(last) && { sentence: sayBoth('verdict.inconclusive.samples', { limit: samples }) }),
  };
}

function distinct(outcomes: readonly OutcomeReport[]): OutcomeReport[] {
  const first = new Map<string, OutcomeReport>();
  for (const outcome of outcomes) {
    const name = JSON.stringify([outcome.results, outcome.watched]);
    if (!first.has(name)) first.set(name, outcome);
  }
  return [...first.values()];
}
