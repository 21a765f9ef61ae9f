// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOTypes.h>

uint64_t mach_absolute_time();
void clock_get_uptime(uint64_t *result);
void clock_interval_to_deadline(uint32_t interval, uint32_t scale, uint64_t *result);
void clock_interval_to_absolutetime_interval(uint32_t interval, uint32_t scale, uint64_t *result);
void clock_absolutetime_interval_to_deadline(uint64_t interval, uint64_t *result);
void absolutetime_to_nanoseconds(uint64_t time, uint64_t *result);
void nanoseconds_to_absolutetime(uint64_t nanoseconds, uint64_t *result);
