import type { AgentRequest } from './realm/agent.ts';
import type { Reply } from './realm/reply.ts';
import type { Realm } from './realm.ts';
import { ProgramFault } from './program-fault.ts';

/** Asks the agent, and turns what it could not do into a fault. */
export function askAgent<T>(realm: Realm, request: AgentRequest): T {
  const { reply, failed, broken } = JSON.parse(realm.ask(JSON.stringify(request))) as {
    reply?: T;
    failed?: { code?: string; data?: Record<string, string | number>; name?: string; message?: string };
    broken?: boolean;
  };
  if (!failed) {
    const { ending } = (reply ?? {}) as Partial<Reply>;
    if (ending && 'threw' in ending) refuseMemory(ending.threw.message);
    return reply as T;
  }
  if (broken) throw new ProgramFault('effect-violation', failed.code ?? '', failed.data);
  const { name = 'Error', message = '' } = failed;
  refuseMemory(message);
  if (message.startsWith('internal bug')) throw new Error(message);
  throw new ProgramFault('runtime-error', 'threw', { name, message });
}

/** QuickJS's own error: what a program does without memory is no result of it. */
function refuseMemory(message: string): void {
  if (message === 'out of memory') throw new ProgramFault('memory-exceeded', 'out-of-memory');
}
