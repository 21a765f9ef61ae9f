import { join } from 'node:path';
import { readArguments, type Arguments } from './arguments.ts';
import { projectFolder } from './bundle.ts';
import { check } from './commands/check.ts';
import { doctor, NoSandbox } from './commands/doctor.ts';
import { explore } from './commands/explore.ts';
import { grade } from './commands/grade.ts';
import { replay } from './commands/replay.ts';
import { printHelp } from './help.ts';
import { localeOf } from './locale.ts';
import { Output } from './output.ts';
import { UsageError } from './usage-error.ts';

/** The `workloop` command: does what a command line says; returns the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  // `| head` has seen enough.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
  let output = new Output(localeOf(process.env), process.stdout, process.stderr);
  try {
    const args = readArguments(argv, process.env);
    output = new Output(args.locale, process.stdout, process.stderr);
    return await run(args, output);
  } catch (error) {
    if (error instanceof UsageError) {
      output.complain(error.code, error.data);
      return 2;
    }
    if (error instanceof NoSandbox) {
      output.complain('cli.doctor.refuses');
      output.complain('cli.system-error', { message: error.message });
      return 3;
    }
    output.complain('cli.system-error', {
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return 3;
  }
}

async function run(args: Arguments, output: Output): Promise<number> {
  const exercises = args.exercises ?? join(projectFolder, 'exercises');
  switch (args.command) {
    case 'check':
      return check(args, exercises, output);
    case 'grade':
      return grade(args, exercises, output);
    case 'explore':
      return explore(args, output);
    case 'replay':
      return replay(args, exercises, output);
    case 'doctor':
      return doctor(output);
    case 'help':
      printHelp(output);
      return 0;
  }
}
