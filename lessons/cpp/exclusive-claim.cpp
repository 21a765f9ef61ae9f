// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOService.h>
#include <libkern/OSAtomic.h>

class Camera : public IOService {
  OSDeclareDefaultStructors(Camera)
public:
  IOReturn claim();
  IOReturn claimAtomically();

private:
  volatile bool inUse;
  volatile UInt32 owned;
};

OSDefineMetaClassAndStructors(Camera, IOService)

// #region claim
IOReturn Camera::claim() {
  if (inUse) return kIOReturnExclusiveAccess;
  // en: Another thread may be exactly here as well.
  // zh: 另一个线程此刻也可能正好走到这里。
  inUse = true;
  return kIOReturnSuccess;
}
// #endregion

// #region claim-atomically
IOReturn Camera::claimAtomically() {
  return OSCompareAndSwap(0, 1, &owned) ? kIOReturnSuccess : kIOReturnExclusiveAccess;
}
// #endregion
