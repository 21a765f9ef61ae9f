import type { Program } from '../effects/program.ts';
import { instrument, type Level, type Outcome, type Refusal } from './instrument/index.ts';
import { Latest } from './latest.ts';
import { ProgramFault } from './program-fault.ts';
import type { ProgramModule } from './realm/agent.ts';
import { resolvePath } from './resolve-path.ts';

/** Modules that are not files of the program; the second is for the course's own files only. */
const library = 'workloop';
const scenarioOnly = 'workloop/run';

const outcomes = new Latest<Outcome>(32);

/** Instruments all of a program's files, imported or not, and looks up what they import. Throws a ProgramFault for the first refusal. */
export function compileProgram(
  program: Program,
  level: Level,
): { modules: ProgramModule[]; warnings: (Refusal & { file: string })[] } {
  const warnings: (Refusal & { file: string })[] = [];
  const modules = Object.keys(program.files).map((file): ProgramModule => {
    const outcome = compileFile(file, program.files[file] ?? '', level);
    warnings.push(...outcome.warnings.map((warning) => ({ ...warning, file })));
    const imports = outcome.result.imports.map(({ specifier, line }) => [
      specifier,
      resolve(program, file, specifier, line),
    ]);
    return {
      path: file,
      isCourse: program.trusted.includes(file),
      code: outcome.result.code,
      imports: Object.fromEntries(imports) as Record<string, string>,
    };
  });
  return { modules, warnings };
}

/** Instruments one file. Throws a ProgramFault for the first refusal. */
export function compileFile(
  file: string,
  source: string,
  level: Level = 3,
): Extract<Outcome, { readonly ok: true }> {
  // Below level 1 the agent runs calls inline: operations are still told from generators.
  const options = { file, level: level === 0 ? 1 : level };
  const outcome = outcomes.get(JSON.stringify([options, source]), () => instrument(source, options));
  if (outcome.ok) return outcome;
  const [{ code, data, line, column } = { code: 'syntax-error', data: {}, line: 1, column: 1 }] =
    outcome.refusals;
  throw new ProgramFault('compile-error', code, data, { file, line, column });
}

function resolve(program: Program, from: string, specifier: string, line: number): string {
  if (specifier === library) return library;
  if (specifier === scenarioOnly && program.trusted.includes(from)) return specifier;
  if (/^\.\.?\//.test(specifier)) {
    const found = resolvePath(program.files, from, specifier);
    // The realm has modules of its own, which no file's name may reach.
    if (found !== undefined) return `./${found}`;
    throw new ProgramFault('policy-error', 'no-such-file', { specifier }, { file: from, line });
  }
  throw new ProgramFault('policy-error', 'import-not-allowed', { specifier }, { file: from, line });
}
