import { inTheEnd, scenario } from 'workloop/run';
import { Counter } from '../counter';

export default scenario({
  title: { en: 'One draws, one drains', 'zh-Hans': '一个取号，一个清零' },
  *setup() {
    const counter = new Counter();
    return {
      threads: {
        A: [() => counter.next(), () => counter.next()],
        B: [() => counter.drain()],
      },
      watch: { count: counter.count },
    };
  },
  properties: [
    inTheEnd(
      { en: 'what was taken out and what is left make 2', 'zh-Hans': '取走的与剩下的加起来是 2' },
      (s) => (s.results('B')[0] ?? 0) + s.value('count') === 2,
    ),
  ],
});
