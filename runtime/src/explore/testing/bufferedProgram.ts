import type { Program } from './program.ts';
import { dice, randomProgram } from './randomProgram.ts';

/** A random program on a machine with store buffers; most of its cells are words that nobody locks for. */
export function bufferedProgram(seed: number): Program {
  const program = randomProgram(seed);
  const roll = dice(seed + 1);
  const cells = (program.cells ?? []).map((c) =>
    roll(3) > 0 ? { ...c, kind: 'unsynchronized' as const } : c,
  );
  return { ...program, cells, options: { ...program.options, memory: 'tso' } };
}
