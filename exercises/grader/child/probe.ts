import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Engine } from 'workloop/run';
import { canaryLives } from './canary.ts';
import type { Probe } from './job.ts';

/** Tries what a child must not be able to do. `file` lies outside what it may read; beside it, it may not write. */
export async function probe(engine: Engine, file: string): Promise<Probe> {
  return {
    engine: await canaryLives(engine),
    read: works(() => readFileSync(file)),
    write: works(() => writeFileSync(`${file}.probe`, '')),
    spawn: works(() => {
      const { error } = spawnSync(process.execPath, ['--version']);
      if (error) throw error;
    }),
    network: await listens(),
    environment: Object.keys(process.env),
  };
}

function works(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}

function listens(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(0, '127.0.0.1', () => server.close(() => resolve(true)));
    } catch {
      resolve(false);
    }
  });
}
