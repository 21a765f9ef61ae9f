import { never, scenario } from 'workloop/run';
import { Printer } from './printer';

export default scenario({
  title: { en: 'A waits for paper, B brings some', 'zh-Hans': 'A 等纸，B 送纸来' },
  *setup() {
    const printer = new Printer();
    yield* printer.start();
    return {
      threads: { A: [() => printer.print()], B: [() => printer.load()] },
      watch: { inside: printer.inside, paper: printer.paper },
    };
  },
  properties: [
    never(
      {
        en: 'two actions are between their first and last line',
        'zh-Hans': '有两个动作例程都已开始而未结束',
      },
      (s) => Number(s.value('inside')) > 1,
    ),
  ],
});
