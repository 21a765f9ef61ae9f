import { never, scenario } from 'workloop/run';
import { Inbox } from './inbox';

export default scenario({
  title: { en: 'A and B take a letter, C puts two in', 'zh-Hans': 'A、B 各取一封信，C 放进两封' },
  *setup() {
    const inbox = new Inbox();
    return {
      threads: {
        A: [() => inbox.take()],
        B: [() => inbox.take()],
        C: [() => inbox.put(), () => inbox.put()],
      },
      watch: { letters: inbox.letters },
    };
  },
  properties: [
    never(
      { en: 'a letter is taken that is not there', 'zh-Hans': '取走了一封并不存在的信' },
      (s) => s.value('letters') < 0,
    ),
  ],
});
