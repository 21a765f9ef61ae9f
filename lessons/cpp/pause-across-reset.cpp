// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOCommandGate.h>
#include <IOKit/IOInterruptEventSource.h>
#include <IOKit/IOService.h>
#include <IOKit/IOWorkLoop.h>

class Disk : public IOService {
  OSDeclareDefaultStructors(Disk)
public:
  IOReturn reset();

private:
  IOReturn resetGated(void *, void *, void *, void *);
  void interruptOccurred(IOInterruptEventSource *source, int count);
  void startReset();
  bool resetDone();

  IOCommandGate *commandGate;
};

OSDefineMetaClassAndStructors(Disk, IOService)

// #region reset
IOReturn Disk::reset() {
  return commandGate->runAction(OSMemberFunctionCast(IOCommandGate::Action, this, &Disk::resetGated));
}

IOReturn Disk::resetGated(void *, void *, void *, void *) {
  // en: In the gate: no action is running, and from here on nobody new comes in.
  // zh: 持有门锁时：没有动作例程在运行，从这里起也不再有人进来。
  commandGate->disable();
  startReset();
  return kIOReturnSuccess;
}

void Disk::interruptOccurred(IOInterruptEventSource *, int) {
  // en: The work loop's own thread: the disabled command gate does not hold it.
  // zh: 工作环自己的线程：禁用的命令门拦不住它。
  if (resetDone()) commandGate->enable();
}
// #endregion
