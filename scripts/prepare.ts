import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the generated files: runs every `scripts/build-*.ts`, in the order of their names. */
const generators = readdirSync(import.meta.dirname)
  .filter((name) => /^build-.*(?<!\.test)\.ts$/.test(name))
  .toSorted();

for (const name of generators) {
  console.log(`prepare: ${name}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, name)], {
    stdio: 'inherit',
  });
  if (status !== 0) {
    process.exitCode = 1;
    break;
  }
}
