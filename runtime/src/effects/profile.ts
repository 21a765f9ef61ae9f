/** The kernel whose behavior a program meets. */
export interface Profile {
  /**
   * `current`: xnu-11417. `yosemite`: xnu-2782, whose command gates count sleepers, stay attached when they are removed, and refuse a
   * sleep outside the gate. `classic`: xnu-1228, as `yosemite` but for three things: a source's sleep says how it ended, a removed
   * interrupt source keeps its line, and passive sources are in the one chain too.
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
