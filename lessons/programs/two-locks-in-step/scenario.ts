import { noLivelock, scenario } from 'workloop/run';
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
  // en: Nobody may be able to go round in a circle forever.
  // zh: 谁也不能有机会永远绕圈。
  properties: [noLivelock()],
});
