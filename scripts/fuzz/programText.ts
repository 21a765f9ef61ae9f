import type { Effect } from '../../runtime/src/effects/index.ts';
import type { Instruction } from '../../runtime/src/explore/testing/nativeCode.ts';
import { ready, type Program } from '../../runtime/src/explore/testing/program.ts';

/** A test program as text: its options, and the lines of every call of every client and of every procedure. */
export function programText(program: Program): string {
  const machine = ready(program);
  const lines = program.clients(machine).flatMap((calls, client) =>
    calls.flatMap((call, index) => {
      const routine = 'routine' in call ? call.routine : call;
      const guard = 'routine' in call ? ` when asleep: ${call.guard.threads.join()}` : '';
      const options = `time ${time}, wake order ${wakeOrder}, memory ${memory ?? 'sc'}, build ${build ?? 'development'}`;
  return [options, `recursive: ${recursive.join()}`, ...lines, ...handlers].join('\n');
}

const lineText = (line: Instruction, at: number): string => `  ${at} ${asked(line)}`;

function asked(line: Instruction): string {
  if (line.op === 'jump') return `jump ${line.to}${line.when ? ' if …' : ''}`;
  if (line.op !== 'ask') return line.op;
  const effect: Effect | string = typeof line.effect === 'function' ? 'computed' : line.effect;
  return `${JSON.stringify(effect)}${line.to === undefined ? '' : ` → ${line.to}`}`;
}
