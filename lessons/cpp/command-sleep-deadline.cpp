// SPDX-License-Identifier: Apache-2.0
#include <IOKit/IOCommandGate.h>
#include <kern/clock.h>

struct Disk {
  IOCommandGate *commandGate;
  bool done;

  IOReturn wrong();
  IOReturn right();
};

IOReturn Disk::wrong() {
  // #region wrong
  return commandGate->commandSleep(&done, 100 * kMillisecondScale, THREAD_ABORTSAFE);
  // #endregion
}

IOReturn Disk::right() {
  // #region right
  uint64_t until;
  clock_interval_to_deadline(100, kMillisecondScale, &until);
  return commandGate->commandSleep(&done, until, THREAD_ABORTSAFE);
  // #endregion
}
