import { noHang, scenario } from 'workloop/run';
import { Box } from './box';

export default scenario({
  title: { en: 'A waits until the box is full, B fills it', 'zh-Hans': 'A 等盒子装满，B 来装' },
  *setup() {
    const box = new Box();
    return { threads: { A: [() => box.waitUntilFull()], B: [() => box.fill()] } };
  },
  properties: [noHang()],
});
