import { kIOReturnSuccess } from 'workloop';
import { inTheEnd, scenario } from 'workloop/run';
import { Camera } from './camera';

export default scenario({
  title: { en: 'Two threads claim one camera', 'zh-Hans': '两个线程争用一台摄像头' },
  *setup() {
    const camera = new Camera();
    return {
      threads: { A: [() => camera.claim()], B: [() => camera.claim()] },
      watch: { inUse: camera.inUse },
    };
  },
  properties: [
    inTheEnd({ en: 'exactly one of them got it', 'zh-Hans': '恰好有一个线程得到了摄像头' }, (s) => {
      const results = [s.results('A')[0], s.results('B')[0]];
      return results.filter((result) => result === kIOReturnSuccess).length === 1;
    }),
  ],
});
