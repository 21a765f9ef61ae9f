// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOTypes.h>

typedef struct thread_call *thread_call_t;
typedef void *thread_call_param_t;
typedef void (*thread_call_func_t)(thread_call_param_t first, thread_call_param_t second);

thread_call_t thread_call_allocate(thread_call_func_t function, thread_call_param_t first);
bool thread_call_enter(thread_call_t call);
bool thread_call_enter1(thread_call_t call, thread_call_param_t second);
bool thread_call_enter_delayed(thread_call_t call, uint64_t deadline);
bool thread_call_cancel(thread_call_t call);
bool thread_call_cancel_wait(thread_call_t call);
bool thread_call_free(thread_call_t call);
