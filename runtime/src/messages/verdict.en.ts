/** What was found, and no more than was done. */
export const verdictEn = {
  'verdict.holds': 'Holds in all {states} states.',
  'verdict.holds.one': 'Holds in its only state.',
  'verdict.holds.tso': 'Holds on x86, with its store buffers, in all {states} states.',
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
} as const;
