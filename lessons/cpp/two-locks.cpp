// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOLib.h>
#include <IOKit/IOLocks.h>

struct Port {
  IOLock *lock;
  int milliamps;
};

struct Hub {
  void lend(Port *from, Port *to);
  void lendInOrder(Port *from, Port *to);
  void lendByTrying(Port *from, Port *to);
};

// #region lend
void Hub::lend(Port *from, Port *to) {
  IOLockLock(from->lock);
  IOLockLock(to->lock);
  from->milliamps -= 100;
  to->milliamps += 100;
  IOLockUnlock(to->lock);
  IOLockUnlock(from->lock);
}
// #endregion

// #region ordered
void Hub::lendInOrder(Port *from, Port *to) {
  // en: Any order will do, if everybody keeps to it. Here: the lower address first.
  // zh: 什么次序都行，只要人人遵守。这里是地址低的在先。
  Port *first = from < to ? from : to;
  Port *second = from < to ? to : from;
  IOLockLock(first->lock);
  IOLockLock(second->lock);
  from->milliamps -= 100;
  to->milliamps += 100;
  IOLockUnlock(second->lock);
  IOLockUnlock(first->lock);
}
// #endregion

// #region tried
void Hub::lendByTrying(Port *from, Port *to) {
  IOLockLock(from->lock);
  while (!IOLockTryLock(to->lock)) {
    // en: Not while holding: give back what we have, then begin again.
    // zh: 不能抱着锁等：先把手里的还回去，再从头来。
    IOLockUnlock(from->lock);
    IODelay(1);
    IOLockLock(from->lock);
  }
  from->milliamps -= 100;
  to->milliamps += 100;
  IOLockUnlock(to->lock);
  IOLockUnlock(from->lock);
}
// #endregion
