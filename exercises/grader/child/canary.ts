import type { Engine, Program } from 'workloop/run';

const counter = (
  increment: string,
): string => `import { IOService, OSIncrementAtomic, unsynchronized, type Op } from 'workloop';
export class Counter extends IOService {
  count = unsynchronized(0);
  *increment(): Op<void> { yield* ${increment}; }
}`;

const RIGHT = 'OSIncrementAtomic(this.count)';
const WRONG = 'this.count.set((yield* this.count.get()) + 1)';

const scenario = `import { inTheEnd, scenario } from 'workloop/run';
import { Counter } from './counter';
export default scenario({
  title: { en: 'canary', 'zh-Hans': 'canary' },
  *setup() {
    const counter = new Counter();
    return {
      threads: { A: [() => counter.increment()], B: [() => counter.increment()] },
      watch: { count: counter.count },
    };
  },
  properties: [inTheEnd({ en: 'two', 'zh-Hans': 'two' }, (s) => s.value('count') === 2)],
});`;

const program = (increment: string): Program => ({
  files: { 'scenario.ts': scenario, 'counter.ts': counter(increment) },
  scenario: 'scenario.ts',
  trusted: ['scenario.ts'],
});

/** Whether a program known to be right holds and one known to be wrong fails: if not, no grade of this engine counts. */
export async function canaryLives(engine: Engine): Promise<boolean> {
  const right = await engine.explore(program(RIGHT));
  const wrong = await engine.explore(program(WRONG));
  return right.verdict === 'holds' && wrong.verdict === 'fails';
}
