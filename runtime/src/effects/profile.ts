/** The kernel whose behavior a program meets. */
export interface Profile {
  /**
   * `current`: xnu-11417.
   *
   * `yosemite`: xnu-2782. Command gates count sleepers, stay attached when they are removed, may be aborted in the disabled wait by any
   * signal, and refuse a sleep outside the gate; a source's sleep is a bool, so interrupted looks like timed out; an action gets the
   * number of interrupts unsigned; timers may be re-entered; a loop's thread leaves without the gate, and may be signaled afterwards.
   *
   * `classic`: xnu-1228, as `yosemite` but for four things: a source's sleep says how it ended, a removed interrupt source keeps its
   * line, passive sources are in the one chain too, and `workToDo` is cleared outside its lock. Not as there: a recursive sleep with
   * more than one level asserts that it is THREAD_UNINT, and `wakeAtTime` reads the time anew that it has just remembered.
   *
   * What came later is there in all three: blocks, options and priorities of timers, `kIOTimerEventSourceOptionsPriorityWorkLoop`.
   */
  readonly kernel: 'current' | 'yosemite' | 'classic';
  /**
   * `development`: assertions, and checks that nothing takes a mutex where nothing may block, panic. `release`: they are not there; who
   * would really have to block where that is forbidden still panics.
   */
  readonly build: 'release' | 'development';
  /** Whether the library's queues without a lock have their fences. */
  readonly fences: boolean;
}

/** What a scenario gets that does not choose. */
export const DEFAULT_PROFILE: Profile = Object.freeze({
  kernel: 'current',
  build: 'development',
  fences: true,
});
