import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What happened, for the shell. */
export interface CppCheck {
  status: number;
  report: string;
}

const CANDIDATES = ['c++', 'g++', 'clang++'];

const compilerFrom = (env: NodeJS.ProcessEnv): string | undefined =>
  (env['CXX'] ? [env['CXX']] : CANDIDATES).find(
    (name) => spawnSync(name, ['--version'], { env }).status === 0,
  );

/**
 * Checks the syntax and the types of every `lessons/cpp/*.cpp` against our own declarations of IOKit.
 *
 * @param root the project's root folder
 * @param env `CXX` names the compiler; with `CI=true` a missing compiler is a failure
 */
export function checkCpp(root: string, env: NodeJS.ProcessEnv = process.env): CppCheck {
  const folder = join(root, 'lessons/cpp');
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith('.cpp'))
        .sort()
    : [];
  if (files.length === 0) return { status: 1, report: 'no lessons/cpp/*.cpp found' };
  const compiler = compilerFrom(env);
  if (compiler === undefined) {
    const looked = env['CXX'] ?? CANDIDATES.join(', ');
    return {
      status: env['CI'] === 'true' ? 1 : 0,
      report: `C++ not checked: no compiler (looked for ${looked})`,
    };
  }
  // IOKit's classes hide OSObject::init() by design.
  const warnings = ['-Wall', '-Wextra', '-Werror', '-Wno-overloaded-virtual'];
  const flags = ['-std=c++17', '-fsyntax-only', ...warnings, '-I', 'lessons/cpp/include'];
  const failed = files
    .map((file) =>
      spawnSync(compiler, [...flags, `lessons/cpp/${file}`], { cwd: root, env, encoding: 'utf8' }),
    )
    .filter((run) => run.status !== 0);
  return failed.length === 0
    ? { status: 0, report: `${files.length} C++ files are right (${compiler})` }
    : { status: 1, report: failed.map((run) => run.stderr).join('\n') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { status, report } = checkCpp(fileURLToPath(new URL('..', import.meta.url)));
  console.log(report);
  process.exitCode = status;
}
