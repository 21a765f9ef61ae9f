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
    setActionBlock getActionBlock getRefcon setRefcon onThread signalWorkAvailable openGate closeGate tryCloseGate sleepGate wakeupGate`,
  IOCommandGate: `commandGate runAction runCommand runActionBlock attemptAction attemptCommand enable disable commandSleep
    commandWakeup setWorkLoop`,
  IOInterruptEventSource: `interruptEventSource enable disable checkForWork setWorkLoop getProvider getIntIndex getAutoDisable
    interruptOccurred normalInterruptOccurred disableInterruptOccurred enablePrimaryInterruptTimestamp
    getPrimaryInterruptTimestamp`,
  IOFilterInterruptEventSource: `filterInterruptEventSource interruptEventSource signalInterrupt normalInterruptOccurred
    disableInterruptOccurred`,
  IOTimerEventSource: `timerEventSource setTimeout setTimeoutMS setTimeoutUS setTimeoutTicks wakeAtTime wakeAtTimeMS
    wakeAtTimeUS wakeAtTimeTicks enable disable cancelTimeout setWorkLoop checkForWork`,
  IOSharedInterruptController:
    'getInterruptType registerInterrupt unregisterInterrupt enableInterrupt disableInterrupt',
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

/** Where XNU has them, below its root. */
export const files: Readonly<Record<string, string>> = {
  IOLock: 'iokit/Kernel/IOLocks.cpp',
  IORecursiveLock: 'iokit/Kernel/IOLocks.cpp',
  IORWLock: 'iokit/Kernel/IOLocks.cpp',
  IOSimpleLock: 'iokit/Kernel/IOLocks.cpp',
  IOConditionLock: 'iokit/Kernel/IOConditionLock.cpp',
  IOSyncer: 'iokit/Kernel/IOSyncer.cpp',
  semaphore: 'osfmk/kern/sync_sema.c',
  OSObject: 'libkern/c++/OSObject.cpp',
  IOWorkLoop: 'iokit/Kernel/IOWorkLoop.cpp',
  IOEventSource: 'iokit/Kernel/IOEventSource.cpp',
  IOCommandGate: 'iokit/Kernel/IOCommandGate.cpp',
  IOInterruptEventSource: 'iokit/Kernel/IOInterruptEventSource.cpp',
  IOFilterInterruptEventSource: 'iokit/Kernel/IOFilterInterruptEventSource.cpp',
  IOTimerEventSource: 'iokit/Kernel/IOTimerEventSource.cpp',
  IOSharedInterruptController: 'iokit/Kernel/IOInterruptController.cpp',
  IOCommandQueue: 'iokit/Kernel/IOCommandQueue.cpp',
  IOCommandPool: 'iokit/Kernel/IOCommandPool.cpp',
  IODataQueue: 'iokit/Kernel/IODataQueue.cpp',
  IOSharedDataQueue: 'iokit/Kernel/IOSharedDataQueue.cpp',
  IOService: 'iokit/Kernel/IOService.cpp',
  IODMAEventSource: 'iokit/Kernel/IODMAEventSource.cpp',
  IOServiceStateNotificationEventSource: 'iokit/Kernel/IOUserServer.cpp',
};

/** A sentence in both languages. */
export interface Text {
  readonly en: string;
  readonly 'zh-Hans': string;
}

const noStatistics: Text = {
  en: 'as in a kernel booted without `interrupt_accounting`: no time is taken, the answer is −1',
  'zh-Hans': '与启动时没有 `interrupt_accounting` 的内核一样：不记时间，返回 −1',
};
const registersLate: Text = {
  en: 'called by a thread after `setup`, it registers the interrupt with the source’s first operation, since a factory is none; that panics, as on NULL, if the line has a handler',
  'zh-Hans':
    '`setup` 之后在线程里调用它时，到第一次操作这个源才注册中断，因为工厂方法不算操作；如果这条线已有处理函数，这次操作会像用了 NULL 一样 panic',
};
const goneAfterwards: Text = {
  en: 'a line without a handler answers `kIOReturnNoInterrupt`; in XNU one that had a handler before answers `kIOReturnSuccess`',
  'zh-Hans':
    '没有处理函数的中断线返回 `kIOReturnNoInterrupt`；在 XNU 里，以前有过处理函数的线返回 `kIOReturnSuccess`',
};
const noClient: Text = {
  en: 'a line without a handler answers `kIOReturnNoInterrupt`; after `unregisterInterrupt`, XNU reads NULL when it is enabled or disabled, and unregistering it again succeeds (derived from the source)',
  'zh-Hans':
    '没有处理函数的中断线返回 `kIOReturnNoInterrupt`；在 XNU 里，`unregisterInterrupt` 之后再启用或禁用会读 NULL，再次取消注册则成功（从源码推出）',
};
const notMapped: Text = {
  en: 'no memory is mapped into another task',
  'zh-Hans': '没有把内存映射到另一个任务里',
};

/** Why something listed above is not there, or not as in XNU. */
export const differs: Readonly<Record<string, Text>> = {
  'IOWorkLoop.setMaximumLockTime': {
    en: 'it can be called in `setup` and `start` only: a loop without a limit then reads no clock; in XNU only kernels built with IOKITSTATS watch',
    'zh-Hans':
      '只能在 `setup` 和 `start` 里调用，这样不设限的工作环（work loop）就不必读时钟；在 XNU 里，只有用 IOKITSTATS 构建的内核才检查',
  },
  'IOInterruptEventSource.interruptEventSource': registersLate,
  'IOFilterInterruptEventSource.filterInterruptEventSource': registersLate,
  'IOInterruptEventSource.enablePrimaryInterruptTimestamp': noStatistics,
  'IOInterruptEventSource.getPrimaryInterruptTimestamp': noStatistics,
  'IOSharedInterruptController.registerInterrupt': {
    en: 'a vector belongs to one line of one device from the start, so a line cannot be registered twice; XNU takes the first free vector',
    'zh-Hans': '每个向量从一开始就属于一台设备的一条中断线，所以同一条线不能注册两次；XNU 取第一个空闲的向量',
  },
  'IOService.terminate': {
    en: 'the calling thread does all of it; in XNU a thread of the system does all but the beginning, and `stop` also detaches',
    'zh-Hans': '全部由调用它的线程来做；在 XNU 里，除了开头都由系统的线程来做，而且 `stop` 还会断开连接',
  },
  'IOWorkLoop.addEventSource': {
    en: 'the loop’s thread is always called `work loop`; XNU names it after the class of the first owner that is no IOCommandPool',
    'zh-Hans': '工作循环的线程总叫 `work loop`；XNU 用第一个不是 IOCommandPool 的 owner 的类名给它命名',
  },
  'IOTimerEventSource.timerEventSource': {
    en: 'nothing tells a block from a method, so `getAction` gives back a block that it was made with; `setActionBlock` makes it one',
    'zh-Hans':
      '无法区分 block 和方法，所以 `getAction` 会返回创建时给的 block；用 `setActionBlock` 设置的才算 block',
  },
  'IOService.getWorkLoop': {
    en: 'null at the top of the chain of providers; in XNU the platform expert is there, and has a loop',
    'zh-Hans':
      '到 provider 链的顶端为止都没有时返回 null；在 XNU 里顶端是平台专家（platform expert），它有一个工作循环',
  },
  'IOSharedInterruptController.unregisterInterrupt': noClient,
  'IOSharedInterruptController.enableInterrupt': noClient,
  'IOSharedInterruptController.disableInterrupt': noClient,
  'IOService.unregisterInterrupt': goneAfterwards,
  'IOService.enableInterrupt': goneAfterwards,
  'IOService.disableInterrupt': goneAfterwards,
  'IODataQueue.getMemoryDescriptor': notMapped,
  'IOSharedDataQueue.getMemoryDescriptor': notMapped,
  IODMAEventSource: { en: 'no DMA engine is simulated', 'zh-Hans': '没有模拟 DMA 引擎' },
  IOServiceStateNotificationEventSource: {
    en: 'no state notifications are simulated',
    'zh-Hans': '没有模拟状态通知',
  },
};
