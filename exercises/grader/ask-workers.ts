import { isOpen, mergeSamples, type EngineChoice, type EngineReport, type Program } from 'workloop/run';
import { askChild, type Asked, type AskOptions } from './ask-child.ts';

/**
 * Has each part of the samples drawn by a child of its own, all at once. The answer is that of one who draws them all in order: what a
 * part finds counts if no part before it finds anything, and those after it are ended.
 */
export async function askWorkers(
  program: Program,
  parts: readonly EngineChoice[],
  { onProgress, ...options }: AskOptions,
): Promise<Asked<'explore'>> {
  const ends = parts.map(() => new AbortController());
  const drawn = parts.map(() => 0);
  const samples = parts.reduce((sum, part) => sum + (part.samples ?? 0), 0);
  const asking = parts.map(async (choice, part) => {
    const asked = await askChild<'explore'>(
      { do: 'explore', program, choice },
      {
        ...options,
        ...(ends[part] && { signal: ends[part].signal }),
        onProgress: ({ traces = 0 }) => {
          drawn[part] = traces;
          const all = drawn.reduce((sum, count) => sum + count, 0);
          onProgress?.({ states: 0, frontier: 0, traces: all, left: samples - all });
        },
      },
    );
    const found = asked.ended !== 'replied' || !isOpen(asked.reply.report);
    if (found) for (const later of ends.slice(part + 1)) later.abort();
    return asked;
  });
  const reports: EngineReport[] = [];
  for (const asked of await Promise.all(asking)) {
    if (asked.ended !== 'replied') return asked;
    reports.push(asked.reply.report);
    if (!isOpen(asked.reply.report)) break;
  }
  return { ended: 'replied', reply: { report: mergeSamples(reports) } };
}
