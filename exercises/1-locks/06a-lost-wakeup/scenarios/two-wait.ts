import { asleep, callReturns, noHang, scenario, when } from 'workloop/run';
import { Transfer } from '../transfer';

export default scenario({
  title: { en: 'Two wait for one transfer', 'zh-Hans': '两个线程等同一次传输' },
  *setup() {
    const transfer = new Transfer();
    return {
      threads: {
        A: [() => transfer.wait()],
        B: [() => transfer.wait()],
        C: [when(asleep('A', 'B'), () => transfer.finish(5))],
      },
    };
  },
  properties: [callReturns('A', 0, 5), callReturns('B', 0, 5), noHang()],
});
