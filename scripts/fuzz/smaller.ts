import type { Program } from '../../runtime/src/run/index.ts';

/** What a scenario whose traces are too many has less in its smaller sibling: by exercise and scenario, lines and what stands for them. */
const LESS: Readonly<Record<string, readonly (readonly [line: string, instead: string])[]>> = {
  '06b idle': [['C: [() => channels.acquire(), () => channels.release()],', '']],
  '07a two-clients': [['A: [() => disk.write(1), () => disk.collect()],', 'A: [() => disk.collect()],']],
  '14a two-writers': [['B: [() => disk.reset(), () => disk.write(3)],', '']],
  '14a from-the-loop': [
    ['A: [() => disk.write(1), () => disk.write(2)],', ''],
    ['B: [() => disk.writeLater(5), () => disk.reset()],', 'B: [() => disk.reset()],'],
  ],
};

/** The same program under the scenario's smaller sibling, if it has one. */
export function smaller(scenario: string, program: Program): Program | undefined {
  const less = LESS[scenario];
  if (!less) return undefined;
  const text = less.reduce((before, [line, instead]) => {
    if (!before.includes(line)) throw new Error(`${scenario} has no line “${line}” any more`);
    return before.replace(line, instead);
  }, program.files[program.scenario] ?? '');
  return { ...program, files: { ...program.files, [program.scenario]: text } };
}
