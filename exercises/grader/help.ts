import type { MessageCode } from 'workloop/messages';
import { alignColumns } from 'workloop/trace';
import type { Output } from './output.ts';

/** How each command is called, and what it does. */
export const commands = {
  check: ['EXERCISE FOLDER'],
  grade: ['SUBMISSIONS --out RESULTS [--only EXERCISE] [--jobs N] [--timeout SECONDS] [--resume]'],
  explore: [
    'FILE [--engine graph|dpor|sample|portfolio|all] [--all] [--bound-preemptions N] [--states N] [--samples N] [--seed N] [--workers N] [--json]',
  ],
  replay: ['EXERCISE FOLDER TOKEN', 'FILE TOKEN'],
  doctor: [''],
} as const;

const options = { lang: 'en|zh-Hans', exercises: 'DIR' } as const;

/** Prints what the command can do. */
export function printHelp(output: Output): void {
  output.say('cli.help');
  for (const [command, calls] of Object.entries(commands)) {
    output.line();
    for (const wanted of calls) output.line(`  npm run workloop -- ${command} ${wanted}`.trimEnd());
    output.line(`      ${output.text(`cli.help.${command}` as MessageCode)}`);
  }
  output.line();
  const rows = Object.entries(options).map(([option, value]) => [
    `  --${option} ${value}`,
    output.text(`cli.help.${option}` as MessageCode),
  ]);
  for (const row of alignColumns(rows)) output.line(row);
  output.line();
  output.say('cli.help.exit');
}
