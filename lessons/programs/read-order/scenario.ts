import { inTheEnd, scenario } from 'workloop/run';
import { Register } from './register';

export default scenario({
  title: { en: 'A writes 0x1E, B reads', 'zh-Hans': 'A 写入 0x1E，B 来读' },
  *setup() {
    const register = new Register();
    return {
      threads: { A: [() => register.write(0x1e)], B: [() => register.read()] },
      watch: { value: register.value },
    };
  },
  // en: What the author of B expects.
  // zh: B 的作者所期望的。
  properties: [
    inTheEnd({ en: 'B has read 0x11', 'zh-Hans': 'B 读到 0x11' }, (s) => s.results('B')[0] === 0x11),
  ],
});
