import { inTheEnd, scenario } from 'workloop/run';
import { Volume } from './volume';

export default scenario({
  title: { en: 'A sets both, B looks, P pauses', 'zh-Hans': 'A 两个都设，B 来看，P 暂停' },
  *setup() {
    const volume = new Volume();
    yield* volume.start();
    return {
      threads: {
        A: [() => volume.setBoth(5)],
        B: [() => volume.balanced()],
        P: [() => volume.pause(), () => volume.resume()],
      },
      watch: { left: volume.left, right: volume.right },
    };
  },
  properties: [
    inTheEnd(
      { en: 'B has seen both channels alike', 'zh-Hans': 'B 看到的两个声道是一样的' },
      (s) => s.results<boolean>('B')[0] === true,
    ),
  ],
});
