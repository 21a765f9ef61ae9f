// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOEventSource.h>

class IOService;
class IOInterruptEventSource;

typedef void (*IOInterruptEventAction)(OSObject *owner, IOInterruptEventSource *sender, int count);

class IOInterruptEventSource : public IOEventSource {
  OSDeclareDefaultStructors(IOInterruptEventSource)
public:
  typedef IOInterruptEventAction Action;

  static IOInterruptEventSource *interruptEventSource(OSObject *owner, Action action, IOService *provider = nullptr,
                                                      int index = 0);

  virtual const IOService *getProvider() const;
  virtual int getIntIndex() const;
  virtual bool getAutoDisable() const;
  virtual void interruptOccurred(void *refcon, IOService *provider, int index);
  virtual void normalInterruptOccurred(void *refcon, IOService *provider, int index);
  virtual void disableInterruptOccurred(void *refcon, IOService *provider, int index);
  void enablePrimaryInterruptTimestamp(bool enable);
  uint64_t getPrimaryInterruptTimestamp();

protected:
  using IOEventSource::init;
  virtual bool init(OSObject *owner, Action action, IOService *provider = nullptr, int index = 0);
};
