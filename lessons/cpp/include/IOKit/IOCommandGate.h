// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOEventSource.h>

class IOCommandGate : public IOEventSource {
  OSDeclareDefaultStructors(IOCommandGate)
public:
  typedef IOReturn (*Action)(OSObject *owner, void *arg0, void *arg1, void *arg2, void *arg3);

  static IOCommandGate *commandGate(OSObject *owner, Action action = nullptr);

  virtual IOReturn runCommand(void *arg0 = nullptr, void *arg1 = nullptr, void *arg2 = nullptr, void *arg3 = nullptr);
  virtual IOReturn runAction(Action action, void *arg0 = nullptr, void *arg1 = nullptr, void *arg2 = nullptr,
                             void *arg3 = nullptr);
  virtual IOReturn attemptCommand(void *arg0 = nullptr, void *arg1 = nullptr, void *arg2 = nullptr,
                                  void *arg3 = nullptr);
  virtual IOReturn attemptAction(Action action, void *arg0 = nullptr, void *arg1 = nullptr, void *arg2 = nullptr,
                                 void *arg3 = nullptr);
#ifdef __BLOCKS__
  typedef IOReturn (^ActionBlock)();
  IOReturn runActionBlock(ActionBlock block);
#endif
  virtual IOReturn commandSleep(void *event, UInt32 interruptible = THREAD_ABORTSAFE);
  virtual IOReturn commandSleep(void *event, AbsoluteTime deadline, UInt32 interruptible);
  virtual void commandWakeup(void *event, bool oneThread = false);
};
