/** Why a program could not be run, or broke off: what happened, and what to try. `guest/instrument`'s refusals are in refusal.*.ts. */
export const programEn = {
  'status.compile-error': 'The program does not compile.',
  'status.policy-error': 'The program uses something it must not.',
  'status.runtime-error': 'The program threw an error.',
  'status.fuel-exceeded': 'The program ran on without end.',
  'status.memory-exceeded': 'The program used up its memory.',
  'status.effect-violation': 'The program asked the kernel for something that no program may ask.',
  'status.stateful': 'The program remembers something outside its cells.',
  'status.too-many-histories': 'The calls of the program can be answered in too many different ways.',
  'status.pass': 'Passed.',
  'status.fail': 'Not yet.',
  'status.inconclusive': 'Inconclusive.',
  'status.system-error': 'The grader itself failed; this is nobody’s fault but ours.',
  'status.system-timeout': 'The grader took too long; this is nobody’s fault but ours.',
  'program.diverged': 'The program has changed since this token was made: it diverged at step {step}.',
  'program.diverged.does':
    'The token wants {context} to do {wanted} there. Now {context} does {does} at {place}.',
  'program.diverged.waits':
    'The token wants {context} to do {wanted} there. Now {context} waits at {place} and cannot move.',
  'program.diverged.done':
    'The token wants {context} to do {wanted} there. Now {context} has already returned.',
  'program.diverged.nobody': 'The token wants {context} to do {wanted} there. Now nobody has that name.',
} as const;
