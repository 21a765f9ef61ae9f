// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <libkern/c++/OSObject.h>
#include <IOKit/IOEventSource.h>
#include <IOKit/IOLib.h>
#include <IOKit/IOLocks.h>

class IOCommandGate;

class IOWorkLoop : public OSObject {
  OSDeclareDefaultStructors(IOWorkLoop)
  friend class IOEventSource;
  friend class IOCommandGate;

public:
  typedef IOReturn (*Action)(OSObject *target, void *arg0, void *arg1, void *arg2, void *arg3);
  enum { kPreciousStack = 1, kTimeLockPanics = 2 };

  static IOWorkLoop *workLoop();
  static IOWorkLoop *workLoopWithOptions(IOOptionBits options);

  virtual IOReturn addEventSource(IOEventSource *source);
  virtual IOReturn removeEventSource(IOEventSource *source);
  virtual void enableAllEventSources() const;
  virtual void disableAllEventSources() const;
  virtual void enableAllInterrupts() const;
  virtual void disableAllInterrupts() const;
  virtual thread_t getThread() const;
  virtual bool onThread() const;
  virtual bool inGate() const;
  virtual bool runEventSources();
  virtual IOReturn runAction(Action action, OSObject *target, void *arg0 = nullptr, void *arg1 = nullptr,
                             void *arg2 = nullptr, void *arg3 = nullptr);
#ifdef __BLOCKS__
  typedef IOReturn (^ActionBlock)();
  IOReturn runActionBlock(ActionBlock block);
#endif
  void setMaximumLockTime(uint64_t interval, uint32_t options);

protected:
  virtual void threadMain();
  virtual void signalWorkAvailable();
  virtual void openGate();
  virtual void closeGate();
  virtual bool tryCloseGate();
  virtual int sleepGate(void *event, UInt32 interruptible);
  virtual int sleepGate(void *event, AbsoluteTime deadline, UInt32 interruptible);
  virtual void wakeupGate(void *event, bool oneThread);
};
