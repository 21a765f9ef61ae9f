// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOLocks.h>
#include <IOKit/IOService.h>

class Channels : public IOService {
  OSDeclareDefaultStructors(Channels)
public:
  IOReturn claimLeaking();
  IOReturn claim();

private:
  IOLock *lock;
  int available;
};

OSDefineMetaClassAndStructors(Channels, IOService)

// #region leaking
IOReturn Channels::claimLeaking() {
  IOLockLock(lock);
  // en: One way out too many: this one keeps the lock.
  // zh: 多了一个出口：从这里出去，锁还在手里。
  if (available == 0) return kIOReturnNoResources;
  available -= 1;
  IOLockUnlock(lock);
  return kIOReturnSuccess;
}
// #endregion

// #region claim
IOReturn Channels::claim() {
  IOReturn result = kIOReturnNoResources;
  IOLockLock(lock);
  if (available > 0) {
    available -= 1;
    result = kIOReturnSuccess;
  }
  IOLockUnlock(lock);
  return result;
}
// #endregion
