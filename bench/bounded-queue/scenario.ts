import { scenario } from 'workloop/run';
import { BoundedQueue } from './queue';

export default scenario({
  title: {
    en: 'Three threads put two items each, and three take two each',
    'zh-Hans': '三个线程各放入两件，另三个线程各取走两件',
  },
  *setup() {
    const queue = new BoundedQueue(1);
    const puts = [() => queue.put(), () => queue.put()];
    const takes = [() => queue.take(), () => queue.take()];
    return { threads: { A: puts, B: puts, C: puts, D: takes, E: takes, F: takes } };
  },
  properties: [],
});
