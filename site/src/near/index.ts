import { pictures, programs } from '#sources';
import { near } from './near';

/** What runs and draws programs, for pages: each page loads it only when it is about to be seen. */
export const Exercise = near(programs, 'Exercise');
export const Playground = near(programs, 'Playground');
export const ScheduleExercise = near(programs, 'ScheduleExercise');
export const Recorded = near(pictures, 'Recorded');
export const Timeline = near(pictures, 'Timeline');
