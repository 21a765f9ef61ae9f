import type { Effect } from '../../runtime/src/effects/index.ts';
import type { Instruction } from '../../runtime/src/explore/testing/nativeCode.ts';
import { ready, type Program } from '../../runtime/src/explore/testing/program.ts';

/** A test program as text: its options, and the lines of every call of every client and of every procedure. */
export function programText(program: Program): string {
  const machine = ready(program);
  const calls = program.clients(machine).flatMap((list, client) =>
    list.flatMap((call, index) => {
      const routine = 'routine' in call ? call.routine : call;
      const guard = 'routine' in call ? ` when asleep: ${call.guard.threads.join()}` : '';
      return [`${String.fromCharCode(65 + client)} call ${index}${guard}`, ...routine.map(lineText)];
    }),
  );
  const procedures = (program.procedures?.(machine) ?? []).flatMap((routine, index) => [
    `procedure ${machine.procedures[index]}`,
    ...routine.map(lineText),
  ]);
  const { time, wakeOrder, memory = 'sc', build = 'development' } = machine.kernel.options;
  const recursive = machine.mutexes.filter((_, i) => program.mutexes?.[i]).join() || 'none';
  return [
    `time ${time}, wake order ${wakeOrder}, memory ${memory}, build ${build}, recursive mutexes: ${recursive}`,
    ...calls,
    ...procedures,
  ].join('\n');
}

const lineText = (line: Instruction, at: number): string => `  ${at} ${asked(line)}`;

function asked(line: Instruction): string {
  if (line.op === 'jump') return `jump ${line.to}${line.when ? ' if …' : ''}`;
  if (line.op !== 'ask') return line.op;
  const effect: Effect | string = typeof line.effect === 'function' ? 'computed' : line.effect;
  return `${JSON.stringify(effect)}${line.to === undefined ? '' : ` → ${line.to}`}`;
}
