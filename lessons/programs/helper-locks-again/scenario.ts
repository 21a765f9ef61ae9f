import { callReturns, scenario } from 'workloop/run';
import { Pool } from './pool';

export default scenario({
  title: { en: 'One thread claims a channel', 'zh-Hans': '一个线程取走一个通道' },
  *setup() {
    const pool = new Pool();
    return { threads: { A: [() => pool.claim()] } };
  },
  properties: [callReturns('A', 0, 4)],
});
