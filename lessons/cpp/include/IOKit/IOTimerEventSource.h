// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOEventSource.h>

class IOTimerEventSource : public IOEventSource {
  OSDeclareDefaultStructors(IOTimerEventSource)
public:
  typedef void (*Action)(OSObject *owner, IOTimerEventSource *sender);
  enum {
    kIOTimerEventSourceOptionsPriorityHigh = 0x00,
    kIOTimerEventSourceOptionsPriorityKernelHigh = 0x01,
    kIOTimerEventSourceOptionsPriorityKernel = 0x02,
    kIOTimerEventSourceOptionsPriorityUser = 0x03,
    kIOTimerEventSourceOptionsPriorityLow = 0x04,
    kIOTimerEventSourceOptionsPriorityWorkLoop = 0xff,
    kIOTimerEventSourceOptionsAllowReenter = 0x100,
    kIOTimerEventSourceOptionsDefault = kIOTimerEventSourceOptionsPriorityKernelHigh,
  };

  static IOTimerEventSource *timerEventSource(OSObject *owner, Action action = nullptr);
  static IOTimerEventSource *timerEventSource(uint32_t options, OSObject *owner, Action action = nullptr);

  virtual IOReturn setTimeout(UInt32 interval, UInt32 scale = kNanosecondScale);
  virtual IOReturn setTimeout(AbsoluteTime interval);
  virtual IOReturn setTimeoutMS(UInt32 milliseconds);
  virtual IOReturn setTimeoutUS(UInt32 microseconds);
  virtual IOReturn setTimeoutTicks(UInt32 ticks);
  virtual IOReturn wakeAtTime(AbsoluteTime deadline);
  virtual IOReturn wakeAtTime(UInt32 time, UInt32 scale);
  virtual IOReturn wakeAtTimeMS(UInt32 milliseconds);
  virtual IOReturn wakeAtTimeUS(UInt32 microseconds);
  virtual void cancelTimeout();
};
