// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <cstddef>
#include <cstdint>

typedef int32_t SInt32;
typedef uint8_t UInt8;
typedef uint16_t UInt16;
typedef uint32_t UInt32;
typedef uint64_t UInt64;
typedef uint32_t IOOptionBits;
typedef uint32_t IOItemCount;
typedef uint64_t IOByteCount;
typedef uint64_t AbsoluteTime;
typedef bool IOInterruptState;

enum { kNanosecondScale = 1, kMicrosecondScale = 1000, kMillisecondScale = 1000000, kSecondScale = 1000000000, kTickScale = 10000000 };
