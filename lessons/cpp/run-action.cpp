// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOCommandGate.h>
#include <IOKit/IOService.h>
#include <IOKit/IOWorkLoop.h>

class Disk : public IOService {
  OSDeclareDefaultStructors(Disk)
public:
  IOReturn write(UInt64 block);
  IOReturn writeThroughGate(UInt64 block);

private:
  IOReturn writeGated(void *block, void *, void *, void *);
  void submit(UInt64 block);

  IOWorkLoop *workLoop;
  IOCommandGate *commandGate;
  int inFlight;
};

OSDefineMetaClassAndStructors(Disk, IOService)

// #region run-action
IOReturn Disk::write(UInt64 block) {
  return workLoop->runAction(OSMemberFunctionCast(IOWorkLoop::Action, this, &Disk::writeGated), this, &block);
}

IOReturn Disk::writeThroughGate(UInt64 block) {
  return commandGate->runAction(OSMemberFunctionCast(IOCommandGate::Action, this, &Disk::writeGated), &block);
}

IOReturn Disk::writeGated(void *block, void *, void *, void *) {
  // en: The caller's thread, either way: block may point into its stack.
  // zh: 无论走哪条路，都在调用者的线程上：所以 block 可以指向它的栈。
  inFlight += 1;
  submit(*static_cast<UInt64 *>(block));
  return kIOReturnSuccess;
}
// #endregion
