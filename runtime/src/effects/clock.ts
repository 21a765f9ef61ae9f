/** mach_absolute_time in ns: the last deadline passed (architecture, rule 4). Answer: a number. */
export interface Now {
  readonly type: 'now';
}

/** clock_interval_to_deadline. Answer: now + interval, ns. */
export interface IntervalToDeadline {
  readonly type: 'intervalToDeadline';
  /** ns */
  readonly interval: number;
}

export type ClockEffect = Now | IntervalToDeadline;
