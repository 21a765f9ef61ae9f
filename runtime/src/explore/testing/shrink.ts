import type { Routine } from './nativeCode.ts';
import { ready, type GuardedCall, type Program } from './program.ts';

/** The program without as many lines as can be left out, one after the other, with what is wrong about it still wrong. */
export function shrink(program: Program, isWrong: (smaller: Program) => boolean): Program {
  const out = new Set<string>();
  for (let before = -1; before !== out.size;) {
    before = out.size;
    for (const place of placesOf(program)) {
      if (out.has(place)) continue;
      out.add(place);
      if (!isWrong(without(program, out))) out.delete(place);
    }
  }
  return without(program, out);
}

const linesOf = (call: Routine | GuardedCall): Routine => ('routine' in call ? call.routine : call);

/** Client, call, line of every line of the clients. */
function placesOf(program: Program): string[] {
  return program
    .clients(ready(program))
    .flatMap((calls, client) =>
      calls.flatMap((call, index) => linesOf(call).map((_, line) => `${client}/${index}/${line}`)),
    );
}

const without = (program: Program, out: ReadonlySet<string>): Program => ({
  ...program,
  clients: (m) =>
    program.clients(m).map((calls, client) =>
      calls.map((call, index) => {
        const routine = withoutLines(linesOf(call), (line) => out.has(`${client}/${index}/${line}`));
        return 'routine' in call ? { ...call, routine } : routine;
      }),
    ),
});

/** A jump to a line that is left out goes to the next one. */
function withoutLines(routine: Routine, isOut: (line: number) => boolean): Routine {
  const moved = (to: number): number => to - routine.filter((_, line) => line < to && isOut(line)).length;
  return routine
    .filter((_, line) => !isOut(line))
    .map((line) => (line.op === 'jump' ? { ...line, to: moved(line.to) } : line));
}
