/** What was found, and no more than was done. */
export const verdictEn = {
  'verdict.holds': 'Holds in all {states} states.',
  'verdict.holds.one': 'Holds in its only state.',
  'verdict.holds.tso': 'Holds on x86, with its store buffers, in all {states} states.',
  'verdict.holds.traces': 'Holds under every schedule: {traces} {traces|trace class|trace classes}.',
  'verdict.holds.preemptions':
    'Holds up to {preemptions} {preemptions|preemption|preemptions}: {traces} {traces|trace class|trace classes}.',
  'verdict.fails': 'Fails: {summary}',
  'verdict.fails.free': 'Fails without any preemption: {summary}',
  'verdict.fails.preemptions': 'Fails with {preemptions} {preemptions|preemption|preemptions}: {summary}',
  'verdict.fails.tso': 'Fails on x86, where stores wait in buffers (without them it holds): {summary}',
  'verdict.cancelled': 'Cancelled.',
  'verdict.inconclusive.states':
    'Inconclusive: stopped at {limit} states. Fewer calls, or fewer values in a cell, make a smaller program.',
  'verdict.inconclusive.questions':
    'Inconclusive: the program was asked {limit} times what it does next, and there was no end. Shorter calls need fewer questions.',
  'verdict.inconclusive.history':
    'Inconclusive: a loop at {place} went on for {limit} steps without repeating itself. Does it count without end?',
  'verdict.inconclusive.replayed-effects':
    'Inconclusive: a loop at {place} makes so many passes that {limit} steps had to be repeated: give it fewer.',
  'verdict.inconclusive.names':
    'Inconclusive: the program goes on making objects without end; more than {limit} words of state.',
  'verdict.inconclusive.values': 'Inconclusive: the program goes on making new values; more than {limit}.',
  'verdict.inconclusive.memory': 'Inconclusive: stopped at the memory limit of {limit} bytes.',
  'verdict.inconclusive.store-buffer':
    'Inconclusive: more than {limit} stores of one thread waited in its store buffer.',
  'verdict.inconclusive.samples': 'Not found in {limit} samples. That is not a proof.',
  'verdict.inconclusive.steps': 'Inconclusive: one run took more than {limit} steps.',
  'verdict.inconclusive.traces': 'Inconclusive: stopped at {limit} trace classes.',
  'verdict.refused.time':
    'Inconclusive: this program knows time or uses thread calls, and optimal DPOR does not. The state graph does: --engine graph.',
  'verdict.refused.tso':
    'Inconclusive: optimal DPOR does not know store buffers. The state graph does: --engine graph.',
  'verdict.refused.may-steps':
    'Inconclusive: something here may happen or not, which optimal DPOR cannot explore. The state graph can: --engine graph.',
  'verdict.refused.state-properties':
    'Inconclusive: a property must hold in every state, and optimal DPOR does not visit every state. The state graph does: --engine graph.',
  'verdict.refused.monitors':
    'Inconclusive: a monitor watches the order of steps, and optimal DPOR explores only one order of independent steps. Use --engine graph.',
  'verdict.refused.terminates':
    'Inconclusive: a thread terminates another one, which optimal DPOR cannot explore. The state graph can: --engine graph.',
  'verdict.refused.spins-in-handler':
    'Inconclusive: an interrupt handler takes a spin lock, which optimal DPOR cannot explore. The state graph can: --engine graph.',
  'verdict.refused.loops':
    'Inconclusive: a loop has no bound, so a run may have no end. Optimal DPOR needs one; the state graph does not: --engine graph.',
} as const;
