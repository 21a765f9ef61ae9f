import type { Engine, Program } from 'workloop/run';

const counter = (field: string): string => `import { IOService, ${field}, type Op } from 'workloop';
export class Counter extends IOService {
  count = ${field}(0);
  *increment(): Op<void> { ${field === 'atomic' ? 'yield* this.count.add(1);' : 'yield* this.count.set((yield* this.count.get()) + 1);'} }
}`;

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

const program = (field: string): Program => ({
  files: { 'scenario.ts': scenario, 'counter.ts': counter(field) },
  scenario: 'scenario.ts',
  trusted: ['scenario.ts'],
});

/** Whether a program known to be right holds and one known to be wrong fails: if not, no grade of this engine counts. */
export async function canaryLives(engine: Engine): Promise<boolean> {
  const right = await engine.explore(program('atomic'));
  const wrong = await engine.explore(program('unsynchronized'));
  return right.verdict === 'holds' && wrong.verdict === 'fails';
}
