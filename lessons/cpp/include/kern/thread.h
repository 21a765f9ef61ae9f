// SPDX-License-Identifier: Apache-2.0
// Declarations for checking the lessons' C++; written for this course, not Apple's header.
#pragma once

#include <IOKit/IOReturn.h>

typedef struct thread *thread_t;
#define THREAD_NULL (static_cast<thread_t>(nullptr))

typedef void *event_t;
typedef int wait_interrupt_t;
typedef int wait_result_t;
typedef void (*thread_continue_t)(void *parameter, wait_result_t result);

enum : wait_interrupt_t { THREAD_UNINT = 0, THREAD_INTERRUPTIBLE = 1, THREAD_ABORTSAFE = 2 };

enum : wait_result_t {
  THREAD_WAITING = -1,
  THREAD_AWAKENED = 0,
  THREAD_TIMED_OUT = 1,
  THREAD_INTERRUPTED = 2,
  THREAD_RESTART = 3,
  THREAD_NOT_WAITING = 10,
};

#define THREAD_CONTINUE_NULL (static_cast<thread_continue_t>(nullptr))

thread_t current_thread();
kern_return_t kernel_thread_start(thread_continue_t continuation, void *parameter, thread_t *thread);
kern_return_t thread_terminate(thread_t thread);
void thread_deallocate(thread_t thread);

wait_result_t assert_wait(event_t event, wait_interrupt_t interruptible);
wait_result_t assert_wait_deadline(event_t event, wait_interrupt_t interruptible, uint64_t deadline);
wait_result_t thread_block(thread_continue_t continuation);
kern_return_t thread_wakeup(event_t event);
kern_return_t thread_wakeup_one(event_t event);
