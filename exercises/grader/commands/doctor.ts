import { alignColumns } from 'workloop/trace';
import { askChild } from '../ask-child.ts';
import { projectFolder } from '../bundle.ts';
import type { Probe } from '../child/job.ts';
import type { Output } from '../output.ts';
import { join } from 'node:path';

const SECONDS = 60;

/** The grader cannot grade on this machine: exit status 3. */
export class NoSandbox extends Error {}

/** Makes sure, before anything is graded, that the engine tells right from wrong and that the child is sealed. Throws NoSandbox. */
export async function requireSandbox(): Promise<void> {
  const asked = await probeChild();
  if (asked.ended === 'replied' && isSealed(asked.reply)) return;
  throw new NoSandbox(asked.ended === 'system-error' ? asked.message : asked.ended);
}

/** `workloop doctor`: the layers around student code, as they are on this machine. */
export async function doctor(output: Output): Promise<number> {
  const asked = await probeChild();
  const probe = asked.ended === 'replied' ? asked.reply : undefined;
  const is = (works: boolean | undefined): string => output.text(works ? 'cli.doctor.yes' : 'cli.doctor.no');
  const unused = output.text('cli.doctor.unused');
  const rows = [
    ['0', output.text('cli.doctor.intake'), is(true)],
    ['1', output.text('cli.doctor.policy'), is(true)],
    ['2', output.text('cli.doctor.sandbox'), is(probe?.engine)],
    ['3', output.text('cli.doctor.child'), is(probe && isEmpty(probe))],
    ['', `  ${output.text('cli.doctor.child.read')}`, is(probe && !probe.read)],
    ['', `  ${output.text('cli.doctor.child.write')}`, is(probe && !probe.write)],
    ['', `  ${output.text('cli.doctor.child.spawn')}`, is(probe && !probe.spawn)],
    ['', `  ${output.text('cli.doctor.child.network')}`, is(probe && !probe.network)],
    ['4', output.text('cli.doctor.os'), unused],
    ['5', output.text('cli.doctor.limits'), unused],
    ['6', output.text('cli.doctor.records'), is(true)],
  ];
  output.say('cli.doctor.title');
  output.line();
  for (const line of alignColumns(rows)) output.line(`  ${line}`);
  output.line();
  output.say('cli.doctor.isolation', { isolation: 'process' });
  if (probe && isSealed(probe)) return 0;
  output.say('cli.doctor.refuses');
  if (asked.ended === 'system-error') output.complain('cli.system-error', { message: asked.message });
  return 3;
}

const probeChild = (): ReturnType<typeof askChild<'probe'>> =>
  askChild<'probe'>({ do: 'probe', file: join(projectFolder, 'package.json') }, { seconds: SECONDS });

/** macOS gives every process a variable of its own making. */
const isEmpty = (probe: Probe): boolean => probe.environment.every((name) => name.startsWith('__CF'));

/** The network is QuickJS's to withhold: Node's permission model does not know it in every version. */
const isSealed = (probe: Probe): boolean =>
  probe.engine && isEmpty(probe) && !probe.read && !probe.write && !probe.spawn;
