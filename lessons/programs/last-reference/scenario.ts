import { noPanic, scenario } from 'workloop/run';
import { Fan } from './fan';

export default scenario({
  title: { en: 'A client asks, the system lets go', 'zh-Hans': '客户端来问，系统放手' },
  *setup() {
    // en: The one reference that it is born with is the system's.
    // zh: 它出生时带的那一个引用归系统。
    const fan = new Fan();
    return { threads: { client: [() => fan.speed()], system: [() => fan.release()] } };
  },
  properties: [noPanic()],
});
