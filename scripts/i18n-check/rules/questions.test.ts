import { expect, test } from 'vitest';
import { lessonFindings } from '../fixture.ts';

const question = (inside: string, id = 'id="a-b"'): string => `<Quiz ${id}>\n\n${inside}\n\n</Quiz>\n`;
const options = '<Option>\n\nA\n\n</Option>\n<Option right>\n\nB\n\n</Option>';
const why = '<Why>\n\nC\n\n</Why>';
const whole = question(`${options}\n${why}`);

test('a question with an id, answers and an explanation is as it should be', async () => {
  expect(await lessonFindings(whole, whole)).toEqual([]);
});

test.each([
  ['without an id', question(`${options}\n${why}`, ''), '<Quiz> has no id of lower-case words'],
  ['whose id is used before', whole + whole, 'the id "a-b" is used twice'],
  ['with no right answer', question(`${options.replace(' right', '')}\n${why}`), 'of 2 options 0 are right'],
  [
    'with nothing but right answers',
    question(`${options.replace('<Option>', '<Option right>')}\n${why}`),
    'of 2 options 2 are right',
  ],
  ['without an explanation', question(options), 'it has not one <Why>'],
])('a question %s is found', async (_, text, problem) => {
  const found = await lessonFindings(text, text);
  expect(found.map((finding) => finding.replace(/^.*?question: /, ''))).toEqual([problem, problem]);
});

test.each([
  [
    'another right answer',
    options.replaceAll(/<Option( right)?>/g, (_, r) => (r ? '<Option>' : '<Option right>')),
  ],
  [
    'more answers',
    options.replace(
      '<Option>\n\nA\n\n</Option>\n',
      '<Option>\n\nA\n\n</Option>\n<Option>\n\nD\n\n</Option>\n',
    ),
  ],
])('%s than in the other language is found', async (_, others) => {
  const found = await lessonFindings(whole, question(`${others}\n${why}`));
  expect(found.map((finding) => finding.replace(/:\d+/, ''))).toEqual([
    expect.stringMatching(/^zh structure: <Option/),
  ]);
});
