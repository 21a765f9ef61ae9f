import { noPanic, scenario } from 'workloop/run';
import { Transfer } from './transfer';

export default scenario({
  title: { en: 'A begins, B completes', 'zh-Hans': 'A 开始，B 完成' },
  *setup() {
    const transfer = new Transfer();
    return { threads: { A: [() => transfer.begin()], B: [() => transfer.completed()] } };
  },
  properties: [noPanic()],
});
