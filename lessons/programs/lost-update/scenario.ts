import { inTheEnd, scenario } from 'workloop/run';
import { Counter } from './counter';

export default scenario({
  title: { en: 'Two threads count one each', 'zh-Hans': '两个线程各计一次数' },
  *setup() {
    const counter = new Counter();
    return {
      threads: { A: [() => counter.bump()], B: [() => counter.bump()] },
      watch: { count: counter.count },
    };
  },
  properties: [inTheEnd({ en: 'the count is 2', 'zh-Hans': '计数是 2' }, (s) => s.value('count') === 2)],
});
