import type { AgentRequest } from './realm/agent.ts';
import type { Crossing } from './realm/errors.ts';
import type { Ending } from './realm/reply.ts';
import type { Fault } from './realm/state.ts';
import type { Realm } from './realm.ts';
import { ProgramFault } from './program-fault.ts';

interface Answer<T> {
  readonly reply?: T;
  readonly failed?: Partial<Fault> & Partial<Crossing>;
}

/** Asks the agent, and turns what it could not do into a fault. */
export function askAgent<T>(realm: Realm, request: AgentRequest): T {
  const { reply, failed } = JSON.parse(realm.ask(JSON.stringify(request))) as Answer<T>;
  if (!failed) return reply as T;
  const { code, data, name = 'Error', message = '', site } = failed;
  if (code !== undefined) throw new ProgramFault('effect-violation', code, data, site);
  refuseOutOfMemory(message);
  if (message.startsWith('internal bug')) throw new Error(message);
  throw new ProgramFault('runtime-error', 'threw', { name, message }, site);
}

/** QuickJS's own error: what a program does without memory is no result of it. */
export function refuseMemory(ending: Ending): void {
  if ('threw' in ending) refuseOutOfMemory(ending.threw.message);
}

function refuseOutOfMemory(message: string): void {
  if (message === 'out of memory') throw new ProgramFault('memory-exceeded', 'out-of-memory');
}
