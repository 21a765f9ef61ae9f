import { expect, it } from 'vitest';
import { exercisesOn, isLesson } from './course.ts';

it('finds the exercises of a page in their order, and not what only looks like one', () => {
  const page = 'See `<Exercise id="x" />`.\n\n<Exercise id="05a" />\n\nAnd:\n\n<Exercise id="05b" />\n';
  expect(exercisesOn(page)).toEqual(['05a', '05b']);
});

it.each([
  ['@site/lessons/06b-woken-for-another-reason.mdx', true],
  ['@site/i18n/zh-Hans/docusaurus-plugin-content-docs/current/00-how-this-course-works.mdx', true],
  ['@site/lessons/predictions.mdx', false],
  ['@site/lessons/index.mdx', false],
])('takes numbered pages for lessons: %s', (source, is) => {
  expect(isLesson(source)).toBe(is);
});
