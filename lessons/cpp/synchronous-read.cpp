// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOCommandGate.h>
#include <IOKit/IOInterruptEventSource.h>
#include <IOKit/IOService.h>
#include <IOKit/IOWorkLoop.h>

class Disk : public IOService {
  OSDeclareDefaultStructors(Disk)
public:
  bool start(IOService *provider) override;
  void stop(IOService *provider) override;
  IOReturn read(UInt64 block);

private:
  IOReturn readGated(void *block, void *, void *, void *);
  void completed(IOInterruptEventSource *source, int count);
  void submit(UInt64 block);

  IOWorkLoop *workLoop;
  IOCommandGate *commandGate;
  IOInterruptEventSource *interrupt;
  bool busy;
  bool done;
};

OSDefineMetaClassAndStructors(Disk, IOService)

// #region start
bool Disk::start(IOService *provider) {
  if (!IOService::start(provider)) return false;
  workLoop = IOWorkLoop::workLoop();
  commandGate = IOCommandGate::commandGate(this);
  interrupt = IOInterruptEventSource::interruptEventSource(
      this, OSMemberFunctionCast(IOInterruptEventAction, this, &Disk::completed), provider);
  if (workLoop == nullptr || commandGate == nullptr || interrupt == nullptr) return false;
  workLoop->addEventSource(commandGate);
  workLoop->addEventSource(interrupt);
  // en: An interrupt source is born masked.
  // zh: 中断事件源一出生就是屏蔽的。
  interrupt->enable();
  return true;
}
// #endregion

void Disk::stop(IOService *provider) {
  workLoop->removeEventSource(interrupt);
  workLoop->removeEventSource(commandGate);
  OSSafeReleaseNULL(interrupt);
  OSSafeReleaseNULL(commandGate);
  OSSafeReleaseNULL(workLoop);
  IOService::stop(provider);
}

// #region read
IOReturn Disk::read(UInt64 block) {
  // en: Any client thread comes here.
  // zh: 任何客户端线程都会走到这里。
  return commandGate->runAction(OSMemberFunctionCast(IOCommandGate::Action, this, &Disk::readGated), &block);
}

IOReturn Disk::readGated(void *block, void *, void *, void *) {
  while (busy) {
    if (commandGate->commandSleep(&busy, THREAD_ABORTSAFE) != THREAD_AWAKENED) return kIOReturnAborted;
  }
  busy = true;
  done = false;
  submit(*static_cast<UInt64 *>(block));
  uint64_t until;
  // en: A deadline is absolute, not an interval.
  // zh: 截止时间是绝对时刻，不是时长。
  clock_interval_to_deadline(2, kSecondScale, &until);
  IOReturn result = kIOReturnSuccess;
  while (!done) {
    const IOReturn why = commandGate->commandSleep(&done, until, THREAD_ABORTSAFE);
    if (why == THREAD_AWAKENED || done) continue;
    result = why == THREAD_TIMED_OUT ? kIOReturnTimeout : kIOReturnAborted;
    break;
  }
  busy = false;
  commandGate->commandWakeup(&busy);
  return result;
}
// #endregion

// #region completed
void Disk::completed(IOInterruptEventSource *, int) {
  // en: The work loop's own thread, with the gate closed.
  // zh: 工作环自己的线程，持有门锁。
  done = true;
  commandGate->commandWakeup(&done);
}
// #endregion
