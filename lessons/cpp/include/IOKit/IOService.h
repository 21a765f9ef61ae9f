// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <libkern/c++/OSObject.h>
#include <IOKit/IOLib.h>
#include <IOKit/IOReturn.h>

class IOService;
class IOWorkLoop;
class OSDictionary;

typedef void (*IOInterruptAction)(OSObject *target, void *refcon, IOService *provider, int source);

enum { kIOInterruptTypeEdge = 0, kIOInterruptTypeLevel = 1 };
enum : IOOptionBits { kIOServiceRequired = 0x1, kIOServiceTerminate = 0x4, kIOServiceSynchronous = 0x2 };

class IOService : public OSObject {
  OSDeclareDefaultStructors(IOService)
public:
  using OSObject::init;
  virtual bool init(OSDictionary *properties);
  virtual void free() override;
  virtual IOService *probe(IOService *provider, SInt32 *score);
  virtual bool start(IOService *provider);
  virtual void stop(IOService *provider);
  virtual bool attach(IOService *provider);
  virtual void detach(IOService *provider);
  virtual bool open(IOService *client, IOOptionBits options = 0, void *argument = nullptr);
  virtual void close(IOService *client, IOOptionBits options = 0);
  virtual void registerService(IOOptionBits options = 0);
  virtual bool terminate(IOOptionBits options = 0);
  virtual bool willTerminate(IOService *provider, IOOptionBits options);
  virtual bool didTerminate(IOService *provider, IOOptionBits options, bool *defer);
  virtual bool finalize(IOOptionBits options);
  virtual IOReturn message(UInt32 type, IOService *provider, void *argument = nullptr);
  virtual IOService *getProvider() const;
  virtual IOWorkLoop *getWorkLoop() const;
  bool isInactive() const;
  virtual const char *getName() const;

  virtual IOReturn getInterruptType(int source, int *type);
  virtual IOReturn registerInterrupt(int source, OSObject *target, IOInterruptAction handler, void *refcon = nullptr);
  virtual IOReturn unregisterInterrupt(int source);
  virtual IOReturn enableInterrupt(int source);
  virtual IOReturn disableInterrupt(int source);
};
