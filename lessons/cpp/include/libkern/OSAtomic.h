// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOTypes.h>

SInt32 OSIncrementAtomic(volatile SInt32 *address);
SInt32 OSDecrementAtomic(volatile SInt32 *address);
SInt32 OSAddAtomic(SInt32 amount, volatile SInt32 *address);
UInt32 OSBitOrAtomic(UInt32 mask, volatile UInt32 *address);
UInt32 OSBitAndAtomic(UInt32 mask, volatile UInt32 *address);
bool OSCompareAndSwap(UInt32 oldValue, UInt32 newValue, volatile UInt32 *address);
bool OSCompareAndSwapPtr(void *oldValue, void *newValue, void *volatile *address);
void OSMemoryBarrier();
