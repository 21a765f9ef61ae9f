import { callReturns, noHang, scenario } from 'workloop/run';
import { Transfer } from '../transfer';

export default scenario({
  title: { en: 'One waits, one finishes', 'zh-Hans': '一个等，一个完成' },
  *setup() {
    const transfer = new Transfer();
    return {
      threads: { A: [() => transfer.wait(), () => transfer.wait()], B: [() => transfer.finish(5)] },
    };
  },
  properties: [callReturns('A', 0, 5), callReturns('A', 1, 5), noHang()],
});
