// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOConditionLock.h>
#include <IOKit/IOLocks.h>

struct Job {
  IOLock *lock;
  bool done;

  void waitForTheCall();
  bool isDone();
  void waitInBetween();
  void wait();
  void finish();
  void finishWithoutTheLock();
};

// #region nobody-asleep
void Job::waitForTheCall() {
  IOLockLock(lock);
  IOLockSleep(lock, &done, THREAD_UNINT);
  IOLockUnlock(lock);
}

void Job::finish() {
  IOLockLock(lock);
  done = true;
  IOLockWakeup(lock, &done, false);
  IOLockUnlock(lock);
}
// #endregion

bool Job::isDone() {
  IOLockLock(lock);
  const bool answer = done;
  IOLockUnlock(lock);
  return answer;
}

// #region in-between
void Job::waitInBetween() {
  if (isDone()) return;
  IOLockLock(lock);
  IOLockSleep(lock, &done, THREAD_UNINT);
  IOLockUnlock(lock);
}
// #endregion

// #region wait
void Job::wait() {
  IOLockLock(lock);
  while (!done) {
    IOLockSleep(lock, &done, THREAD_UNINT);
  }
  IOLockUnlock(lock);
}
// #endregion

// #region without-the-lock
void Job::finishWithoutTheLock() {
  done = true;
  IOLockWakeup(lock, &done, false);
}
// #endregion

struct Inbox {
  IOLock *lock;
  int letters;

  void takeOnce();
  void take();
};

// #region if
void Inbox::takeOnce() {
  IOLockLock(lock);
  if (letters == 0) IOLockSleep(lock, &letters, THREAD_UNINT);
  letters = letters - 1;
  IOLockUnlock(lock);
}
// #endregion

// #region while
void Inbox::take() {
  IOLockLock(lock);
  while (letters == 0) IOLockSleep(lock, &letters, THREAD_UNINT);
  letters = letters - 1;
  IOLockUnlock(lock);
}
// #endregion
