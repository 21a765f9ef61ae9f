// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOLocks.h>

struct Manager {
  void batteryChanged();
};

struct Battery {
  IOLock *lock;
  int charge;
  Manager *manager;

  void changed(int newCharge);
  void changedThenTold(int newCharge);
};

// #region changed
void Battery::changed(int newCharge) {
  IOLockLock(lock);
  charge = newCharge;
  manager->batteryChanged();
  IOLockUnlock(lock);
}
// #endregion

// #region told
void Battery::changedThenTold(int newCharge) {
  IOLockLock(lock);
  charge = newCharge;
  IOLockUnlock(lock);
  manager->batteryChanged();
}
// #endregion
