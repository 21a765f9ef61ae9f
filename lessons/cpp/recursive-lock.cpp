// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOLocks.h>
#include <IOKit/IOService.h>

class Pool : public IOService {
  OSDeclareDefaultStructors(Pool)
public:
  int claim();
  int total();

private:
  int totalLocked();

  IOLock *lock;
  int available;
  int used;
};

OSDefineMetaClassAndStructors(Pool, IOService)

// #region split
int Pool::claim() {
  IOLockLock(lock);
  available -= 1;
  used += 1;
  // en: Last, when both words belong together again.
  // zh: 放在最后，这时两个字又对得上了。
  const int result = totalLocked();
  IOLockUnlock(lock);
  return result;
}

int Pool::total() {
  IOLockLock(lock);
  const int result = totalLocked();
  IOLockUnlock(lock);
  return result;
}
// en: The caller holds the lock.
// zh: 调用者已经持有锁。
int Pool::totalLocked() {
  return available + used;
}
// #endregion
