// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <libkern/c++/OSObject.h>
#include <IOKit/IOLocks.h>

class IOConditionLock : public OSObject {
  OSDeclareDefaultStructors(IOConditionLock)
public:
  static IOConditionLock *withCondition(int condition, bool interruptible = true);
  virtual int lock();
  virtual void unlock();
  virtual int lockWhen(int condition);
  virtual void unlockWith(int condition);
  virtual void setCondition(int condition);
  virtual int getCondition() const;
};
