// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOReturn.h>
#include <kern/thread.h>

typedef struct IOLock IOLock;
typedef struct IORecursiveLock IORecursiveLock;
typedef struct IORWLock IORWLock;
typedef struct IOSimpleLock IOSimpleLock;

IOLock *IOLockAlloc();
void IOLockFree(IOLock *lock);
void IOLockLock(IOLock *lock);
bool IOLockTryLock(IOLock *lock);
void IOLockUnlock(IOLock *lock);
int IOLockSleep(IOLock *lock, void *event, UInt32 interruptible);
int IOLockSleepDeadline(IOLock *lock, void *event, AbsoluteTime deadline, UInt32 interruptible);
void IOLockWakeup(IOLock *lock, void *event, bool oneThread);

IORecursiveLock *IORecursiveLockAlloc();
void IORecursiveLockFree(IORecursiveLock *lock);
void IORecursiveLockLock(IORecursiveLock *lock);
bool IORecursiveLockTryLock(IORecursiveLock *lock);
void IORecursiveLockUnlock(IORecursiveLock *lock);
bool IORecursiveLockHaveLock(const IORecursiveLock *lock);
int IORecursiveLockSleep(IORecursiveLock *lock, void *event, UInt32 interruptible);
int IORecursiveLockSleepDeadline(IORecursiveLock *lock, void *event, AbsoluteTime deadline, UInt32 interruptible);
void IORecursiveLockWakeup(IORecursiveLock *lock, void *event, bool oneThread);

IORWLock *IORWLockAlloc();
void IORWLockFree(IORWLock *lock);
void IORWLockRead(IORWLock *lock);
void IORWLockWrite(IORWLock *lock);
void IORWLockUnlock(IORWLock *lock);

IOSimpleLock *IOSimpleLockAlloc();
void IOSimpleLockFree(IOSimpleLock *lock);
void IOSimpleLockLock(IOSimpleLock *lock);
bool IOSimpleLockTryLock(IOSimpleLock *lock);
void IOSimpleLockUnlock(IOSimpleLock *lock);
IOInterruptState IOSimpleLockLockDisableInterrupt(IOSimpleLock *lock);
void IOSimpleLockUnlockEnableInterrupt(IOSimpleLock *lock, IOInterruptState state);
