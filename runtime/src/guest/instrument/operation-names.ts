/** Names by which a call is probably an operation. Only a guess: it warns and never refuses. */
export const operationNames = {
  /** Of cells, atomics, lists, work loops, command gates and event sources. */
  methods: new Set(
    (
      'get set add subtract increment decrement exchange compareAndSwap ' +
      'lock unlock tryLock sleep wakeup closeGate openGate tryCloseGate sleepGate wakeupGate inGate onThread ' +
      'runAction runActionBlock attemptAction attemptCommand commandSleep commandWakeup ' +
      'enable disable isEnabled addEventSource removeEventSource setTimeout setTimeoutMS wakeAtTime cancelTimeout'
    ).split(' '),
  ),
  functions:
    /^(IO(Recursive|Simple|RW)?Lock(Lock|Unlock|TryLock|Sleep|Wakeup|Read|Write)|IOSleep|IODelay|OS(Increment|Decrement|Add|CompareAndSwap|BitOr|BitAnd)|thread_|clock_)/,
};
