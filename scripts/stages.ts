import { spawnSync } from 'node:child_process';

/**
 * Runs commands one after the other, each with a headline; a failed one does not keep the next from running.
 *
 * @param title what the stages make up together, for the last line
 * @param stages command by name
 * @returns whether every command succeeded
 */
export function runStages(title: string, stages: Readonly<Record<string, string>>): boolean {
  const failed: string[] = [];
  for (const [name, command] of Object.entries(stages)) {
    console.log(`\n== ${name}: ${command}`);
    if (spawnSync(command, { stdio: 'inherit', shell: true }).status !== 0) failed.push(name);
  }
  console.log(`\n${title}: ${failed.length === 0 ? 'all passed' : `failed in ${failed.join(', ')}`}`);
  return failed.length === 0;
}
