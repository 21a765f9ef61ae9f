// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <libkern/c++/OSObject.h>
#include <IOKit/IOLib.h>
#include <IOKit/IOLocks.h>

class IOWorkLoop;

class IOEventSource : public OSObject {
  OSDeclareDefaultStructors(IOEventSource)
  friend class IOWorkLoop;

public:
  typedef void (*Action)(OSObject *owner, ...);

  virtual IOEventSource *getNext() const;
  virtual void setAction(Action action);
  virtual Action getAction() const;
  virtual void *getRefcon() const;
  virtual void setRefcon(void *refcon);
  virtual void enable();
  virtual void disable();
  virtual bool isEnabled() const;
  virtual IOWorkLoop *getWorkLoop() const;
  virtual bool onThread() const;

protected:
  IOEventSource *eventChainNext;
  OSObject *owner;
  Action action;
  bool enabled;
  IOWorkLoop *workLoop;

  using OSObject::init;
  virtual bool init(OSObject *owner, Action action = nullptr);
  virtual bool checkForWork();
  virtual void setWorkLoop(IOWorkLoop *workLoop);
  virtual void setNext(IOEventSource *next);

  void signalWorkAvailable();
  void openGate();
  void closeGate();
  bool tryCloseGate();
  int sleepGate(void *event, UInt32 interruptible);
  int sleepGate(void *event, AbsoluteTime deadline, UInt32 interruptible);
  void wakeupGate(void *event, bool oneThread);
};
