import { highlighter, pictures, programs } from '#sources';
import { near } from './near';

/** What runs and draws programs, for pages: each page loads it only when it is about to be seen. */
export const Exercise = near(programs, 'Exercise', highlighter);
export const Playground = near(programs, 'Playground', highlighter);
export const ScheduleExercise = near(programs, 'ScheduleExercise', highlighter);
export const Recorded = near(pictures, 'Recorded');
export const Timeline = near(pictures, 'Timeline');
