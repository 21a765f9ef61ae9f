import { kIOReturnNoResources, kIOReturnSuccess } from 'workloop';
import { callReturns, scenario } from 'workloop/run';
import { Hub } from '../hub';

export default scenario({
  title: { en: 'One lends, one adds up', 'zh-Hans': '一个在借，一个在算总数' },
  *setup() {
    const hub = new Hub();
    return {
      threads: {
        A: [() => hub.lend(hub.left, hub.right, 400), () => hub.lend(hub.left, hub.right, 400)],
        B: [() => hub.total(), () => hub.total()],
      },
    };
  },
  properties: [
    callReturns('A', 0, kIOReturnSuccess),
    callReturns('A', 1, kIOReturnNoResources),
    callReturns('B', 0, 1000),
    callReturns('B', 1, 1000),
  ],
});
