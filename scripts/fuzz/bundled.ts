import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const project = join(import.meta.dirname, '../..');

/**
 * Bundles a script of this folder, as the page and the command are bundled (under a loader the engine runs many times slower), and
 * runs it in a process of its own in the project's folder.
 *
 * @param name the script's name: `random`
 * @param args its arguments
 * @param onLine told of every line it prints
 * @returns its exit status
 */
export async function runBundled(
  name: string,
  args: readonly string[],
  onLine: (line: string) => void,
): Promise<number> {
  const outfile = join(project, 'node_modules/.cache/fuzz', `${name}.${process.pid}.mjs`);
  await build({
    absWorkingDir: project,
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [outfile, ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  const status = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  rmSync(outfile);
  return status;
}
