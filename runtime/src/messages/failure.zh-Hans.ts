import type { failureEn } from './failure.en.ts';

export const failureZh: Readonly<Record<keyof typeof failureEn, string>> = {
  'failure.panic': '{context} 触发内核 panic：“{message}”。',
  'failure.panic.at': '{context} 在 {place} 触发内核 panic：“{message}”。',
  'failure.use-after-free':
    '{context} 在 {place} 使用了已经释放的 {object}。用多久，就要持有多久的引用（`retain`）。',
  'failure.uncaught': '{context} 在 {place} 抛出异常，没有代码接住：{name}: {message}',
  'failure.data-race':
    '{cell} 上有数据竞争：{context} 停在 {place}，{other} 停在 {otherPlace}，两边同时访问，而且至少有一边在写。没有什么把它们隔开：两边没有持有同一把锁。',
  'failure.deadlock': '死锁：{cycle}。',
  'failure.lost-wakeup':
    '{context} 在 {place} 睡在 {event} 上，再也醒不来：它等的事已经发生，唤醒却来得太早，当时它还没睡。（唤醒丢失）',
  'failure.lost-wakeup.other':
    '{context} 在 {place} 睡在 {event} 上，再也醒不来：它等的事已经发生，那次唤醒叫醒的却是 {other}。（唤醒丢失）',
  'failure.waits-forever': '{context} 在 {place} 睡在 {event} 上，再也醒不来：没有谁会来唤醒它。',
  'failure.spins-forever': '{context} 在 {place} 处一圈一圈地转，永远不会返回{holding}。',
  'failure.livelock': '活锁：{threads} 都在走，却可以一直绕圈，谁的调用也不返回；{context} 位于 {place}。',
  'failure.starved': '{context} 在 {place} 永远等下去：{lock} 由 {owner} 持有，而它再也不会放开。',
  'failure.starved.stuck': '{context} 永远无法返回：它停在了 {place}。',
  'failure.never-starts': '{context} 的下一次调用永远不会开始：它等待的时刻不会到来。',
  'failure.property.never': '{title}。',
  'failure.property.always': '这一条没有做到：{title}。',
  'failure.property.end': '到最后，这一条没有做到：{title}。',
  'failure.holding': '，并且一直持有 {lock}',
  'failure.interrupted': '{context} 持有 {held}，但没有关中断，{handler} 可能正是打断了它',
  'failure.handler-waits-for': '{context} 等待 {lock}',
  'failure.waits-for': '{context} 持有 {held}，等待 {lock}',
};
