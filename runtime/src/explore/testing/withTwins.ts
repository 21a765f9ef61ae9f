import type { GuardedCall, Program } from './program.ts';
import type { Routine } from './nativeCode.ts';
import { dice } from './randomProgram.ts';

/** A program in which threads do what another one does: all, or all but one. Some still wait for others' sleep where that one did. */
export function withTwins(program: Program, seed: number): Program {
  return {
    ...program,
    clients: (machine) => {
      const roll = dice(seed + 2);
      const all = program.clients(machine);
      const odd = all.length > 2 && roll(2) === 0 ? roll(all.length) : -1;
      const keeps = roll(4) === 0;
      const twins = all[odd === 0 ? 1 : 0].map((call): Routine | GuardedCall =>
        'routine' in call && !keeps ? call.routine : call,
      );
      return all.map((calls, thread) => (thread === odd ? calls : twins));
    },
  };
}
