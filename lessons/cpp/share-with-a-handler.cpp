// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOLocks.h>
#include <libkern/OSAtomic.h>

struct Disk {
  IOLock *mutex;
  IOSimpleLock *lock;
  int completions;
  volatile SInt32 count;

  int collectWithMutex();
  void handlerWithMutex();
  int collect();
  void handler();
  void handlerAtomic();
};

// #region mutex
int Disk::collectWithMutex() {
  IOLockLock(mutex);
  const int collected = completions;
  completions = 0;
  IOLockUnlock(mutex);
  return collected;
}

void Disk::handlerWithMutex() {
  IOLockLock(mutex);
  completions = completions + 1;
  IOLockUnlock(mutex);
}
// #endregion

// #region masked
int Disk::collect() {
  const IOInterruptState interrupts = IOSimpleLockLockDisableInterrupt(lock);
  const int collected = completions;
  completions = 0;
  IOSimpleLockUnlockEnableInterrupt(lock, interrupts);
  return collected;
}

void Disk::handler() {
  IOSimpleLockLock(lock);
  completions = completions + 1;
  IOSimpleLockUnlock(lock);
}
// #endregion

// #region atomic
void Disk::handlerAtomic() {
  OSIncrementAtomic(&count);
}
// #endregion
