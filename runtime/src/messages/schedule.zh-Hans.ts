import type { scheduleEn } from './schedule.en.ts';

export const scheduleZh: Readonly<Record<keyof typeof scheduleEn, string>> = {
  'schedule.none': '还没有交出能展示这个错误的调度。',
  'schedule.shown': '看到了：{summary}',
  'schedule.other-failure': '这种调度里出的是另一种错，不是这道题要的：{summary}',
  'schedule.ends-well': '这种调度平安结束：所有调用都已返回，没有出错。',
  'schedule.unfinished': '这种调度停得太早：还没有出错，也还有线程走得动。',
  'schedule.other-program': '这个重放码属于另一个程序：它的场景是“{scenario}”。',
  'schedule.diverged':
    '这个重放码和这个程序对不上：第 {step} 步在这里走不成。它可能来自这个程序的另一个版本，也可能被人改过。',
  'schedule.too-many': '重放码超过了 {limit} 个。每个错误交一个就够了。',
};
