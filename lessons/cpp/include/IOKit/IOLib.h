// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOReturn.h>
#include <kern/clock.h>
#include <kern/thread.h>

void IOLog(const char *format, ...) __attribute__((format(printf, 1, 2)));
[[noreturn]] void panic(const char *format, ...) __attribute__((format(printf, 1, 2)));
void IOSleep(unsigned milliseconds);
void IODelay(unsigned microseconds);
void *IOMalloc(size_t size);
void IOFree(void *address, size_t size);

#define IONew(type, count) (static_cast<type *>(IOMalloc(sizeof(type) * (count))))
#define IODelete(pointer, type, count) (IOFree((pointer), sizeof(type) * (count)))
#define assert(condition) (static_cast<void>(!!(condition)))
