// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOService.h>
#include <IOKit/IOSyncer.h>
#include <libkern/OSAtomic.h>

class Disk : public IOService {
  OSDeclareDefaultStructors(Disk)
public:
  bool start(IOService *provider) override;
  void stop(IOService *provider) override;
  IOReturn copy(UInt64 blocks);
  void cancel();

private:
  static void interruptOccurred(OSObject *target, void *refcon, IOService *provider, int source);
  void write(UInt64 block);

  IOSyncer *written;
  volatile UInt32 canceled;
};

OSDefineMetaClassAndStructors(Disk, IOService)

// #region start
bool Disk::start(IOService *provider) {
  if (!IOService::start(provider)) return false;
  written = IOSyncer::create(false);
  if (written == nullptr) return false;
  provider->registerInterrupt(0, this, &Disk::interruptOccurred);
  // en: Last of all: from here on the interrupt may come.
  // zh: 放在最后：从这里起，中断随时可能来。
  provider->enableInterrupt(0);
  return true;
}

void Disk::stop(IOService *provider) {
  provider->disableInterrupt(0);
  provider->unregisterInterrupt(0);
  OSSafeReleaseNULL(written);
  IOService::stop(provider);
}
// #endregion

// #region copy
IOReturn Disk::copy(UInt64 blocks) {
  if (canceled) return kIOReturnAborted;
  for (UInt64 block = 1; block <= blocks; block++) write(block);
  return kIOReturnSuccess;
}

void Disk::cancel() {
  OSBitOrAtomic(1, &canceled);
}
// #endregion
