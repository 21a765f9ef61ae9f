import { kIOReturnSuccess } from 'workloop';
import { everyCallReturns, inTheEnd, scenario } from 'workloop/run';
import { Hub } from '../hub';

export default scenario({
  title: { en: 'A port lends to itself', 'zh-Hans': '端口借给自己' },
  *setup() {
    const hub = new Hub();
    return {
      threads: {
        A: [() => hub.lend(hub.left, hub.left, 100)],
        B: [() => hub.lend(hub.right, hub.right, 100)],
      },
      watch: { left: hub.left.milliamps, right: hub.right.milliamps },
    };
  },
  properties: [
    everyCallReturns(kIOReturnSuccess),
    inTheEnd(
      { en: 'both ports still have 500', 'zh-Hans': '两个端口仍然都是 500' },
      (s) => s.value('left') === 500 && s.value('right') === 500,
    ),
  ],
});
