/** What went wrong in a program. XNU's own panic strings are quoted as they are, then comes our sentence. */
export const failureEn = {
  'failure.panic': 'the kernel panics in {context}: “{message}”.',
  'failure.panic.at': 'the kernel panics in {context} at {place}: “{message}”.',
  'failure.use-after-free':
    '{context} uses {object} after it was freed, at {place}. Keep a reference (retain) for as long as you use it.',
  'failure.uncaught': '{context} throws and nobody catches it, at {place}: {name}: {message}',
  'failure.data-race':
    'data race on {cell}: {context} is at {place} and {other} at {otherPlace}, at the same time, and at least one of them writes. Nothing keeps them apart: there is no lock that both hold.',
  'failure.deadlock': 'deadlock: {cycle}.',
  'failure.lost-wakeup':
    '{context} sleeps forever on {event}, at {place}, although what it waits for has happened: the wakeup came when it was not asleep. (lost wakeup)',
  'failure.lost-wakeup.other':
    '{context} sleeps forever on {event}, at {place}, although what it waits for has happened: the wakeup went to {other}. (lost wakeup)',
  'failure.waits-forever': '{context} sleeps forever on {event}, at {place}: nobody is left to wake it.',
  'failure.spins-forever': '{context} goes round and round at {place} and never returns{holding}.',
  'failure.livelock':
    'livelock: {threads} can go round in a circle forever, all of them moving, and none of their calls returns; {context} is at {place}.',
  'failure.starved':
    '{context} waits forever at {place}: {lock} is held by {owner}, which never gives it back.',
  'failure.starved.stuck': '{context} can never return: it is stuck at {place}.',
  'failure.never-starts':
    'the call that {context} was to make next never starts: the moment it waits for never comes.',
  'failure.property.never': '{title}.',
  'failure.property.always': 'this does not hold: {title}.',
  'failure.property.end': 'in the end this does not hold: {title}.',
  'failure.holding': ', holding {lock}',
  'failure.interrupted':
    '{context} holds {held} with interrupts enabled, and {handler} may have interrupted it',
  'failure.handler-waits-for': '{context} waits for {lock}',
  'failure.waits-for': '{context} holds {held} and waits for {lock}',
} as const;
