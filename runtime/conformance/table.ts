/** Rows of the conformance tests, by what they are about. */
export const rows: Readonly<Record<string, string>> = {
  locks: 'L01 L02 L04 L05 L07 L08 L10 L11 L13 L14 L16 L17 L19 L20 L22 L23 L25',
  'work loop': 'W01 W02 W04 W05 W07 W08 W10 W11 W13 W14 W16 W17 W19 W20 W22 W23 W25 W26 W28 W29 W31 W32',
  'command gate':
    'G01 G02 G04 G05 G07 G08 G10 G11 G13 G14 G16 G17 G19 G20 G22 G23 G25 G26 G28 G29 G31 G32 G34 G35 G37 G38 G40',
  interrupts: 'I01 I02 I04 I05 I07 I08 I10 I11 I13 I14 I16 I17 I19 I20 I22 I23 I25 I26 I28',
  timers: 'T01 T02 T04 T05 T07 T08 T10 T11 T13 T14 T16 T17 T19 T20 T22 T23',
  'queue, statistics': 'Q01 Q02 Q04 Q05 Q07 X01 X02',
};

/** Parts of rows about kernels of other years; the part about the current kernel is tested. */
export const otherKernels: Readonly<Record<string, string>> = {
  G14: "aborted by a signal: profile 'classic'",
  G17: "strands nobody: profile 'yosemite'",
  G25: "returns kIOReturnNotPermitted: profile 'yosemite'",
};

/** The methods of each class; functions under the name of what they work on. */
export const classes: Readonly<Record<string, string>> = {
  IOLock: 'Alloc Free Lock TryLock Unlock Sleep SleepDeadline Wakeup',
  IORecursiveLock: 'Alloc Free Lock TryLock Unlock HaveLock Sleep SleepDeadline Wakeup',
  IORWLock: 'Alloc Free Read Write TryRead TryWrite Unlock',
  IOSimpleLock: 'Alloc Free Lock TryLock Unlock LockDisableInterrupt UnlockEnableInterrupt',
  IOConditionLock:
    'withCondition tryLock lock unlock lockWhen unlockWith getCondition setCondition getInterruptible',
  IOSyncer: 'create reinit wait signal',
  semaphore: '_create _wait _timedwait _signal _destroy',
  OSObject: 'retain release free',
  IOWorkLoop: `workLoop workLoopWithOptions addEventSource removeEventSource enableAllEventSources disableAllEventSources
    enableAllInterrupts disableAllInterrupts getThread onThread inGate runAction runActionBlock runEventSources
    setMaximumLockTime threadMain signalWorkAvailable openGate closeGate tryCloseGate sleepGate wakeupGate`,
  IOEventSource: `checkForWork setWorkLoop enable disable isEnabled getWorkLoop getNext setNext getAction setAction
    setActionBlock getRefcon setRefcon onThread signalWorkAvailable openGate closeGate tryCloseGate sleepGate wakeupGate`,
  IOCommandGate: `commandGate runAction runCommand runActionBlock attemptAction attemptCommand enable disable commandSleep
    commandWakeup setWorkLoop`,
  IOInterruptEventSource: `interruptEventSource enable disable checkForWork setWorkLoop getProvider getIntIndex getAutoDisable
    interruptOccurred normalInterruptOccurred disableInterruptOccurred enablePrimaryInterruptTimestamp
    getPrimaryInterruptTimestamp`,
  IOFilterInterruptEventSource: `filterInterruptEventSource interruptEventSource signalInterrupt normalInterruptOccurred
    disableInterruptOccurred`,
  IOTimerEventSource: `timerEventSource setTimeout setTimeoutMS setTimeoutUS setTimeoutTicks wakeAtTime wakeAtTimeMS
    wakeAtTimeUS wakeAtTimeTicks enable disable cancelTimeout setWorkLoop checkForWork`,
  IOCommandQueue: 'commandQueue enqueueCommand checkForWork performAndFlush',
  IOCommandPool: 'withWorkLoop commandPool getCommand returnCommand gatedGetCommand gatedReturnCommand',
  IODataQueue:
    'withCapacity withEntries enqueue setNotificationPort sendDataAvailableNotification getMemoryDescriptor',
  IOSharedDataQueue: 'withCapacity withEntries enqueue dequeue peek getMemoryDescriptor',
  IOService: `start stop attach getProvider getWorkLoop terminate isInactive willTerminate didTerminate finalize
    getInterruptType registerInterrupt unregisterInterrupt enableInterrupt disableInterrupt`,
  IODMAEventSource: 'checkForWork',
  IOServiceStateNotificationEventSource: 'checkForWork',
};

/** What a driver does not call: the library does, on the way to what a test calls. */
export const hooks =
  'checkForWork setWorkLoop setNext threadMain openGate closeGate tryCloseGate signalWorkAvailable gatedGetCommand ' +
  'gatedReturnCommand normalInterruptOccurred disableInterruptOccurred sendDataAvailableNotification';

/** Why something listed above is not there, or not as in XNU. */
export const differs: Readonly<Record<string, string>> = {
  'IOWorkLoop.setMaximumLockTime': 'only kernels built with IOKITSTATS have it; here time is virtual',
  'IOEventSource.setActionBlock':
    'a block is no value that another thread can be given: setAction takes a method',
  'IOInterruptEventSource.enablePrimaryInterruptTimestamp': 'only kernels that keep statistics have it',
  'IOInterruptEventSource.getPrimaryInterruptTimestamp': 'only kernels that keep statistics have it',
  'IODataQueue.getMemoryDescriptor': 'no memory is mapped into another task',
  'IOSharedDataQueue.getMemoryDescriptor': 'no memory is mapped into another task',
  IODMAEventSource: 'no DMA engine is simulated',
  IOServiceStateNotificationEventSource: 'no state notifications are simulated',
};
