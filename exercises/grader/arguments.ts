import { parseArgs } from 'node:util';
import type { Locale } from 'workloop/messages';
import { commands } from './help.ts';
import { localeOf } from './locale.ts';
import { UsageError } from './usage-error.ts';

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  lang: { type: 'string' },
  exercises: { type: 'string' },
  out: { type: 'string' },
  only: { type: 'string' },
  jobs: { type: 'string' },
  timeout: { type: 'string' },
  resume: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  engine: { type: 'string' },
  all: { type: 'boolean', default: false },
  'bound-preemptions': { type: 'string' },
  samples: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  states: { type: 'string' },
} as const;

const engines = ['graph', 'dpor', 'sample', 'portfolio', 'all'] as const;

/** A command line, read. */
export interface Arguments {
  readonly command: keyof typeof commands | 'help';
  readonly operands: readonly string[];
  readonly locale: Locale;
  readonly exercises?: string;
  readonly out?: string;
  readonly only?: string;
  readonly jobs?: number;
  /** Seconds. */
  readonly timeout?: number;
  readonly resume: boolean;
  readonly json: boolean;
  readonly engine: (typeof engines)[number];
  readonly all: boolean;
  readonly boundPreemptions?: number;
  readonly samples?: number;
  readonly seed?: number;
  readonly workers?: number;
  /** Give up after so many. */
  readonly states?: number;
}

/**
 * Reads a command line.
 *
 * @param argv what comes after the program's name
 * @throws UsageError
 */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Arguments {
  const { values, positionals } = parse(argv);
  const [command = 'help', ...operands] = positionals;
  if (command !== 'help' && !Object.hasOwn(commands, command))
    throw new UsageError('cli.usage.command', { command });
  const { lang, exercises, out, only, jobs, timeout, resume, json, samples, seed, workers, states } = values;
  const { engine = 'graph', 'bound-preemptions': bound } = values;
  if (lang !== undefined && lang !== 'en' && lang !== 'zh-Hans')
    throw new UsageError('cli.usage.lang', { value: lang });
  const wanted = engines.find((name) => name === engine);
  if (!wanted) throw new UsageError('cli.usage.engine', { value: engine });
  return {
    command: values.help ? 'help' : (command as Arguments['command']),
    operands,
    locale: lang ?? localeOf(env),
    resume,
    json,
    engine: wanted,
    all: values.all,
    ...(exercises !== undefined && { exercises }),
    ...(out !== undefined && { out }),
    ...(only !== undefined && { only }),
    ...(jobs !== undefined && { jobs: Math.ceil(positive('jobs', jobs)) }),
    ...(timeout !== undefined && { timeout: positive('timeout', timeout) }),
    ...(bound !== undefined && { boundPreemptions: count('bound-preemptions', bound) }),
    ...(samples !== undefined && { samples: Math.ceil(positive('samples', samples)) }),
    ...(seed !== undefined && { seed: count('seed', seed) }),
    ...(states !== undefined && { states: Math.ceil(positive('states', states)) }),
    ...(workers !== undefined && { workers: Math.ceil(positive('workers', workers)) }),
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError('cli.usage.option', { message: (error as Error).message });
  }
}

function positive(option: string, value: string): number {
  const number = Number(value);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new UsageError('cli.usage.number', { option, value });
}

function count(option: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new UsageError('cli.usage.count', { option, value });
}
