import {
  splitSamples,
  type EngineChoice,
  type EngineReport,
  type Program,
  type Progress,
} from 'workloop/run';
import { printable } from 'workloop/trace';
import type { Arguments } from '../arguments.ts';
import { askChild, type Asked } from '../ask-child.ts';
import { askWorkers } from '../ask-workers.ts';
import { exitOfVerdict } from '../exit-status.ts';
import type { Output } from '../output.ts';
import { printAskFailure } from '../print-ask-failure.ts';
import { quote } from '../quote.ts';
import { printFailure } from '../print-failure.ts';
import { progressText } from '../progress-text.ts';
import { readProgram } from '../read-program.ts';
import { UsageError } from '../usage-error.ts';

const SECONDS = 3600;
const SYSTEM_FAULT = 3;

/** `workloop explore FILE [--engine graph|dpor|sample|portfolio|all]` */
export async function explore(args: Arguments, output: Output): Promise<number> {
  const [file, ...more] = args.operands;
  if (file === undefined || more.length > 0)
    throw new UsageError('cli.usage.arguments', { command: 'explore', wanted: 'FILE' });
  if (args.boundPreemptions !== undefined && args.engine !== 'dpor') throw new UsageError('cli.usage.bound');
  if (args.workers !== undefined && args.engine !== 'sample' && args.engine !== 'all')
    throw new UsageError('cli.usage.workers');
  const program = readProgram(file);
  const engines: readonly EngineChoice['engine'][] =
    args.engine === 'all' ? ['graph', 'dpor', 'sample'] : [args.engine];
  const reports: EngineReport[] = [];
  for (const engine of engines) {
    const asked = await ask(program, engine, args, output);
    if (asked.ended !== 'replied') return printAskFailure(output, asked, args.timeout ?? SECONDS);
    reports.push(asked.reply.report);
  }
  const [report] = reports;
  if (args.json) output.line(JSON.stringify(args.engine === 'all' ? reports : report, undefined, 2));
  else for (const one of reports) print(output, one, file, args.engine !== 'graph');
  if (!contradict(reports)) return reports.map(exitOfVerdict).toSorted(byWeight)[0] ?? SYSTEM_FAULT;
  output.complain('cli.engines.disagree');
  return SYSTEM_FAULT;
}

/** Asks one child, or several that share the samples. */
function ask(
  program: Program,
  engine: EngineChoice['engine'],
  args: Arguments,
  output: Output,
): Promise<Asked<'explore'>> {
  const { all, boundPreemptions, samples, seed } = args;
  const choice: EngineChoice = {
    engine,
    ...(all && { all }),
    ...(boundPreemptions !== undefined && { boundPreemptions }),
    ...(samples !== undefined && { samples }),
    ...(seed !== undefined && { seed }),
  };
  const how = {
    seconds: args.timeout ?? SECONDS,
    onProgress: (progress: Progress): void =>
      output.progress((seconds) => progressText(output, progress, seconds, engine)),
  };
  if (engine === 'sample' && args.workers !== undefined)
    return askWorkers(program, splitSamples(choice, args.workers), how);
  const limits = { ...(args.states !== undefined && { states: args.states }) };
  return askChild<'explore'>({ do: 'explore', program, choice, limits }, how);
}

/** Where one engine says that it fails, none may say that it holds. */
const contradict = (reports: readonly EngineReport[]): boolean =>
  reports.some(({ verdict }) => verdict === 'fails') && reports.some(({ verdict }) => verdict === 'holds');

/** What decides among several: a failure, then a proof, then that nothing was decided. */
const byWeight = (a: number, b: number): number => [1, 0, 3].indexOf(a) - [1, 0, 3].indexOf(b);

function print(output: Output, report: EngineReport, file: string, named: boolean): void {
  const { engine, sentence, failure, deadlocks, races, tracesByPreemptions: counts } = report;
  if (named) {
    const { states, traces = 0, redundant = 0, samples = 0 } = report;
    output.say(`cli.engine.${engine}`, { states, traces, redundant, samples, deadlocks });
  }
  if (counts) output.say('cli.engine.preemptions', { counts: counts.join(', ') });
  if (engine === 'dpor' && races.length > 0) output.say('cli.engine.races', { cells: races.join(', ') });
  output.line(printable(sentence[output.locale]));
  if (failure) printFailure(output, failure, failure.trace, `replay ${quote(file)}`);
}
