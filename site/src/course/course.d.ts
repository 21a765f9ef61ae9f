/** The map of the course that the build writes (plugins/course.ts). */
declare module '@generated/work-loop-course/default/course.json' {
  const lessons: readonly import('../../plugins/course').CourseLesson[];
  export default lessons;
}
