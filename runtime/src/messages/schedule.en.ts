/** What is said of a schedule that a learner hands in. */
export const scheduleEn = {
  'schedule.none': 'No schedule that shows this has been handed in yet.',
  'schedule.shown': 'Shown: {summary}',
  'schedule.other-failure': 'This schedule shows another failure, and not one that is asked for: {summary}',
  'schedule.ends-well': 'This schedule ends well: every call returns, and nothing goes wrong.',
  'schedule.unfinished':
    'This schedule stops too early: nothing has gone wrong yet, and somebody can still move.',
  'schedule.other-program': 'This token belongs to another program: its scenario is “{scenario}”.',
  'schedule.diverged':
    'This token does not fit this program: its step {step} is not possible here. It was made from another version of it, or changed by hand.',
  'schedule.too-many': 'These are more than {limit} tokens. Hand in one for each failure.',
} as const;
