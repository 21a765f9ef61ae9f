import type { EngineChoice, Progress } from 'workloop/run';
import type { Output } from './output.ts';

/** How far an exploration is: what it has seen, since when, and a guess of what is left. */
export function progressText(
  output: Output,
  { states, frontier, traces, left }: Progress,
  seconds: number,
  engine: EngineChoice['engine'] = 'graph',
): string {
  const runs = engine === 'sample' ? 'cli.exploring.sample' : 'cli.exploring.dpor';
  return [
    ...(states > 0 ? [output.text('cli.exploring', { states, frontier })] : []),
    ...(traces === undefined ? [] : [output.text(runs, { traces })]),
    output.text('cli.exploring.seconds', { seconds: Math.round(seconds) }),
    ...(left === undefined ? [] : [output.text('cli.exploring.left', { left })]),
  ].join(' · ');
}
