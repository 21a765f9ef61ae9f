import { kIOReturnSuccess } from 'workloop';
import { everyCallReturns, inTheEnd, scenario } from 'workloop/run';
import { Hub } from '../hub';

export default scenario({
  title: { en: 'Two ports lend to each other', 'zh-Hans': '两个端口互相借' },
  *setup() {
    const hub = new Hub();
    return {
      threads: {
        A: [() => hub.lend(hub.left, hub.right, 100), () => hub.lend(hub.left, hub.right, 50)],
        B: [() => hub.lend(hub.right, hub.left, 200)],
      },
      watch: { left: hub.left.milliamps, right: hub.right.milliamps },
    };
  },
  properties: [
    everyCallReturns(kIOReturnSuccess),
    inTheEnd(
      { en: 'left has 550 and right has 450', 'zh-Hans': '左边是 550，右边是 450' },
      (s) => s.value('left') === 550 && s.value('right') === 450,
    ),
  ],
});
