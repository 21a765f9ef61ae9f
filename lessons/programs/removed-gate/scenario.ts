import { kIOReturnAborted, kIOReturnNotReady, kIOReturnSuccess } from 'workloop';
import { asleep, callReturns, scenario, when } from 'workloop/run';
import { Valve } from './valve';

export default scenario({
  title: { en: 'A waits, R removes the command gate', 'zh-Hans': 'A 在等，R 移除命令门' },
  *setup() {
    const valve = new Valve();
    yield* valve.start();
    return {
      threads: {
        A: [() => valve.open(), () => valve.open()],
        R: [when(asleep('A'), () => valve.remove())],
      },
    };
  },
  properties: [
    callReturns('A', 0, kIOReturnAborted),
    // en: The second call comes in before the command gate is detached, or after it.
    // zh: 第二次调用到来时，命令门可能还没脱离工作环，也可能已经脱离。
    callReturns('A', 1, kIOReturnNotReady, kIOReturnAborted),
    callReturns('R', 0, kIOReturnSuccess),
  ],
});
