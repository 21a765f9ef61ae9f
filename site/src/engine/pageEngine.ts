import type { Engine } from './Engine';
import { startEngine } from './startEngine';

let started: Promise<Engine> | undefined;

/** The page's one engine, started by the first who asks; a start that failed may be tried again. */
export function pageEngine(folder: string): Promise<Engine> {
  if (started) return started;
  const starting = startEngine(folder);
  started = starting;
  starting.catch(() => (started = undefined));
  return starting;
}

/** Ends the page's engine with whatever it is doing; the next question starts another. */
export function stopPageEngine(): void {
  started?.then(
    (engine) => engine.stop('stopped'),
    () => {},
  );
  started = undefined;
}
