import { inTheEnd, scenario } from 'workloop/run';
import { Counter } from '../counter';

export default scenario({
  title: { en: 'Two threads draw two numbers each', 'zh-Hans': '两个线程各取两个号' },
  *setup() {
    const counter = new Counter();
    return {
      threads: {
        A: [() => counter.next(), () => counter.next()],
        B: [() => counter.next(), () => counter.next()],
      },
      watch: { count: counter.count },
    };
  },
  properties: [
    inTheEnd(
      { en: 'the numbers are 1, 2, 3 and 4, each once', 'zh-Hans': '1、2、3、4 四个号各发一次' },
      (s) => [...s.results('A'), ...s.results('B')].sort((a, b) => a - b).join() === '1,2,3,4',
    ),
    inTheEnd({ en: 'the count is 4', 'zh-Hans': '计数是 4' }, (s) => s.value('count') === 4),
  ],
});
