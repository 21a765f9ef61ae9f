import { inTheEnd, scenario } from 'workloop/run';
import { Hub } from './hub';

export default scenario({
  title: { en: 'A lends to the right, B to the left', 'zh-Hans': 'A 从左借给右，B 从右借给左' },
  *setup() {
    const hub = new Hub();
    return {
      threads: { A: [() => hub.lend(hub.left, hub.right)], B: [() => hub.lend(hub.right, hub.left)] },
      watch: { left: hub.left.milliamps, right: hub.right.milliamps },
    };
  },
  properties: [
    inTheEnd(
      { en: 'both ports have 500 again', 'zh-Hans': '两个端口又都是 500' },
      (s) => s.value('left') === 500 && s.value('right') === 500,
    ),
  ],
});
