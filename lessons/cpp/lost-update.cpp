// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOLocks.h>

struct Counter {
  IOLock *lock;
  int count;

  void bumpRacy();
  void bump();
};

// #region racy
void Counter::bumpRacy() {
  // en: Read, add, write: another thread may write in between.
  // zh: 读、加、写：中间别的线程可能已经写过。
  count = count + 1;
}
// #endregion

// #region locked
void Counter::bump() {
  IOLockLock(lock);
  count = count + 1;
  IOLockUnlock(lock);
}
// #endregion
