// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOInterruptEventSource.h>

class IOFilterInterruptEventSource : public IOInterruptEventSource {
  OSDeclareDefaultStructors(IOFilterInterruptEventSource)
public:
  typedef bool (*Filter)(OSObject *owner, IOFilterInterruptEventSource *sender);

  static IOFilterInterruptEventSource *filterInterruptEventSource(OSObject *owner, IOInterruptEventSource::Action action,
                                                                  Filter filter, IOService *provider, int index = 0);

  virtual void signalInterrupt();
  virtual Filter getFilterAction() const;
};
