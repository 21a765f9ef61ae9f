// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOLocks.h>
#include <kern/clock.h>

struct Job {
  IOLock *lock;
  bool done;

  int waitAnInterval();
  int waitUntil();
  void waitAndIgnore();
};

// #region interval
int Job::waitAnInterval() {
  const uint64_t limit = 100 * kMillisecondScale;
  IOLockLock(lock);
  int why = THREAD_AWAKENED;
  while (!done && why == THREAD_AWAKENED) {
    why = IOLockSleepDeadline(lock, &done, limit, THREAD_UNINT);
  }
  IOLockUnlock(lock);
  return why;
}
// #endregion

int Job::waitUntil() {
  // #region deadline
  uint64_t until;
  clock_interval_to_deadline(100, kMillisecondScale, &until);
  // #endregion
  IOLockLock(lock);
  int why = THREAD_AWAKENED;
  while (!done && why == THREAD_AWAKENED) {
    why = IOLockSleepDeadline(lock, &done, until, THREAD_UNINT);
  }
  IOLockUnlock(lock);
  return why;
}

// #region ignoring
void Job::waitAndIgnore() {
  IOLockLock(lock);
  while (!done) {
    IOLockSleep(lock, &done, THREAD_ABORTSAFE);
  }
  IOLockUnlock(lock);
}
// #endregion
