// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <libkern/c++/OSObject.h>
#include <IOKit/IOReturn.h>

class IOSyncer : public OSObject {
  OSDeclareDefaultStructors(IOSyncer)
public:
  static IOSyncer *create(bool twoRetains = true);
  virtual void reinit();
  virtual IOReturn wait(bool autoRelease = true);
  virtual void signal(IOReturn result = kIOReturnSuccess, bool autoRelease = true);
};
