export { Exercise } from '../components/Exercise/Exercise';
export { Playground } from '../components/Playground/Playground';
export { ScheduleExercise } from '../components/ScheduleExercise/ScheduleExercise';
