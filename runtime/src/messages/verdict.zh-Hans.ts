import type { verdictEn } from './verdict.en.ts';

export const verdictZh: Readonly<Record<keyof typeof verdictEn, string>> = {
  'verdict.holds': '在全部 {states} 个状态中均成立。',
  'verdict.holds.one': '只有一个状态，成立。',
  'verdict.holds.tso': '在带有存储缓冲的 x86 上，全部 {states} 个状态中均成立。',
  'verdict.holds.traces': '在每一种调度下均成立：共 {traces} 个轨迹等价类。',
  'verdict.holds.preemptions': '抢占不超过 {preemptions} 次时成立：共 {traces} 个轨迹等价类。',
  'verdict.fails': '不成立：{summary}',
  'verdict.fails.free': '不成立，一次抢占都不用：{summary}',
  'verdict.fails.preemptions': '不成立，抢占 {preemptions} 次就会出错：{summary}',
  'verdict.fails.tso': '在 x86 上不成立：写入会先停在存储缓冲里（没有存储缓冲时成立）：{summary}',
  'verdict.cancelled': '已取消。',
  'verdict.inconclusive.states':
    '没有结论：查到 {limit} 个状态时达到上限。少几次调用，或者让共享单元少取几个值，程序就会变小。',
  'verdict.inconclusive.questions':
    '没有结论：问了程序 {limit} 次接下来做什么，仍没有问完。每次调用短一些，要问的就会变少。',
  'verdict.inconclusive.history':
    '没有结论：{place} 处的循环走了 {limit} 步仍未重复。它是不是在无止境地计数？',
  'verdict.inconclusive.replayed-effects':
    '没有结论：{place} 处的循环圈数太多，已经重放了 {limit} 步。请减少圈数。',
  'verdict.inconclusive.names': '没有结论：程序不停地创建对象，状态已超过 {limit} 个字。',
  'verdict.inconclusive.values': '没有结论：程序不停地产生新的值，已超过 {limit} 个。',
  'verdict.inconclusive.memory': '没有结论：达到 {limit} 字节的内存上限。',
  'verdict.inconclusive.store-buffer': '没有结论：一个线程停在存储缓冲里的写入超过 {limit} 个。',
  'verdict.inconclusive.samples': '抽样检查了 {limit} 种调度，没有发现问题。这不等于没有问题。',
  'verdict.inconclusive.steps': '没有结论：一次运行超过了 {limit} 步。',
  'verdict.inconclusive.traces': '没有结论：查到 {limit} 个轨迹等价类时达到上限。',
  'verdict.refused.time':
    '没有结论：这个程序与时间有关，或者使用了线程调用，最优 DPOR 处理不了。状态图可以：--engine graph。',
  'verdict.refused.tso': '没有结论：最优 DPOR 不支持存储缓冲。状态图支持：--engine graph。',
  'verdict.refused.may-steps':
    '没有结论：这里有些事可能发生，也可能不发生，最优 DPOR 处理不了。状态图可以：--engine graph。',
  'verdict.refused.state-properties':
    '没有结论：有性质要求在每个状态中都成立，而最优 DPOR 不会走遍所有状态。状态图会：--engine graph。',
  'verdict.refused.monitors':
    '没有结论：有监视器在看各步的先后，而互不相关的步骤，最优 DPOR 只查一种顺序。请用 --engine graph。',
  'verdict.refused.terminates':
    '没有结论：有线程会终止另一个线程，最优 DPOR 处理不了。状态图可以：--engine graph。',
  'verdict.refused.spins-in-handler':
    '没有结论：中断处理程序会获取自旋锁，最优 DPOR 处理不了。状态图可以：--engine graph。',
  'verdict.refused.loops':
    '没有结论：有循环没有界限，一次运行可能永远不结束，最优 DPOR 处理不了。状态图可以：--engine graph。',
};
