import type { programEn } from './program.en.ts';

export const programZh: Readonly<Record<keyof typeof programEn, string>> = {
  'status.compile-error': '程序无法编译。',
  'status.policy-error': '程序用了不该用的东西。',
  'status.runtime-error': '程序抛出了错误。',
  'status.fuel-exceeded': '程序一直运行，停不下来。',
  'status.memory-exceeded': '程序用光了内存。',
  'status.effect-violation': '程序向内核提出了不允许的请求。',
  'status.stateful': '程序在共享单元之外记住了东西。',
  'status.too-many-histories': '程序的调用可能得到的答复，组合太多。',
  'status.pass': '通过。',
  'status.fail': '还没通过。',
  'status.inconclusive': '没有结论。',
  'status.system-error': '评分程序自身出错，责任在我们。',
  'status.system-timeout': '评分程序用时过长，责任在我们。',
  'program.diverged': '生成这个重放码之后，程序已有改动：第 {step} 步起不再一致。',
  'program.diverged.does':
    '重放码在这一步要 {context} 执行 {wanted}；现在 {context} 在 {place} 处执行 {does}。',
  'program.diverged.waits':
    '重放码在这一步要 {context} 执行 {wanted}；现在 {context} 在 {place} 处等待，无法继续。',
  'program.diverged.done': '重放码在这一步要 {context} 执行 {wanted}；现在 {context} 已经返回。',
  'program.diverged.nobody': '重放码在这一步要 {context} 执行 {wanted}；现在没有叫这个名字的线程。',
};
