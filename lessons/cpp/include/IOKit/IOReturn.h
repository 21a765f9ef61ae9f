// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOTypes.h>

typedef int kern_return_t;
typedef kern_return_t IOReturn;

enum : kern_return_t {
  KERN_SUCCESS = 0,
  KERN_ABORTED = 14,
  KERN_TERMINATED = 37,
  KERN_SEMAPHORE_DESTROYED = 42,
  KERN_NOT_WAITING = 48,
  KERN_OPERATION_TIMED_OUT = 49,
};

#define iokit_common_err(code) (static_cast<IOReturn>(0xe0000000u | (code)))

constexpr IOReturn kIOReturnSuccess = KERN_SUCCESS;
constexpr IOReturn kIOReturnError = iokit_common_err(0x2bc);
constexpr IOReturn kIOReturnNoMemory = iokit_common_err(0x2bd);
constexpr IOReturn kIOReturnNoResources = iokit_common_err(0x2be);
constexpr IOReturn kIOReturnNoDevice = iokit_common_err(0x2c0);
constexpr IOReturn kIOReturnBadArgument = iokit_common_err(0x2c2);
constexpr IOReturn kIOReturnExclusiveAccess = iokit_common_err(0x2c5);
constexpr IOReturn kIOReturnUnsupported = iokit_common_err(0x2c7);
constexpr IOReturn kIOReturnCannotLock = iokit_common_err(0x2cc);
constexpr IOReturn kIOReturnBusy = iokit_common_err(0x2d5);
constexpr IOReturn kIOReturnTimeout = iokit_common_err(0x2d6);
constexpr IOReturn kIOReturnNotReady = iokit_common_err(0x2d8);
constexpr IOReturn kIOReturnNoInterrupt = iokit_common_err(0x2df);
constexpr IOReturn kIOReturnNotPermitted = iokit_common_err(0x2e2);
constexpr IOReturn kIOReturnOverrun = iokit_common_err(0x2e8);
constexpr IOReturn kIOReturnAborted = iokit_common_err(0x2eb);
constexpr IOReturn kIOReturnNotFound = iokit_common_err(0x2f0);
constexpr IOReturn kIOReturnInvalid = iokit_common_err(0x001);
