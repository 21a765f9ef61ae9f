import type { VerdictReport } from 'workloop/run';
import { printable } from 'workloop/trace';
import type { Arguments } from '../arguments.ts';
import { askChild } from '../ask-child.ts';
import { exitOfVerdict } from '../exit-status.ts';
import type { Output } from '../output.ts';
import { printAskFailure } from '../print-ask-failure.ts';
import { quote } from '../quote.ts';
import { printFailure } from '../print-failure.ts';
import { readProgram } from '../read-program.ts';
import { UsageError } from '../usage-error.ts';

const SECONDS = 3600;

/** `workloop explore FILE` */
export async function explore(args: Arguments, output: Output): Promise<number> {
  const [file, ...more] = args.operands;
  if (file === undefined || more.length > 0)
    throw new UsageError('cli.usage.arguments', { command: 'explore', wanted: 'FILE' });
  const seconds = args.timeout ?? SECONDS;
  const asked = await askChild<'explore'>(
    { do: 'explore', program: readProgram(file) },
    { seconds, onProgress: ({ states }) => output.progress('cli.exploring', { states }) },
  );
  if (asked.ended !== 'replied') return printAskFailure(output, asked, seconds);
  const { report } = asked.reply;
  if (args.json) output.line(JSON.stringify(report, undefined, 2));
  else print(output, report, file);
  return exitOfVerdict(report);
}

function print(output: Output, { sentence, failure }: VerdictReport, file: string): void {
  output.line(printable(sentence[output.locale]));
  if (failure) printFailure(output, failure, failure.trace, `replay ${quote(file)}`);
}
