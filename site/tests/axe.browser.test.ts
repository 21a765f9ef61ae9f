import { describe, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { exerciseNamed } from './support/exercises.ts';
import { pageTypes } from './support/pages.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { exerciseOn, playgroundOn } from './support/workbench.ts';

const site = useSite();

describe.each(locales)('axe finds nothing (%s)', (locale) => {
  const words = wordsOf(locale);

  describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
    test.each(Object.entries(pageTypes))('on the %s', async (_, path) => {
      const page = await site.visit(locale, path, { colorScheme });
      expect(await axeFindings(page)).toEqual([]);
    });

    test('on a playground that is stepped by hand, and with its text and its table', async () => {
      const page = await site.visit(locale, 'playground/', { colorScheme });
      const { ask, choice, editor, moves, timeline } = playgroundOn(page, words);
      await editor('counter.ts').waitFor();
      await ask('playground.stepByHand');
      await moves.getByRole('button').first().click();
      await timeline.waitFor();
      expect.soft(await axeFindings(page)).toEqual([]);
      await choice('timeline.view.text').check();
      expect.soft(await axeFindings(page)).toEqual([]);
      await choice('timeline.view.table').check();
      expect.soft(await axeFindings(page)).toEqual([]);
    });

    test('on an exercise with its counterexample, and solved', async () => {
      const page = await site.visit(locale, 'lessons/02-threads-and-the-race/', { colorScheme });
      const exercise = exerciseOn(page, words);
      await exercise.root.scrollIntoViewIfNeeded();
      await exercise.editor('counter.ts').waitFor();
      await exercise.ask('exercise.check');
      expect.soft(await axeFindings(page)).toEqual([]);
      await exercise.write('counter.ts', exerciseNamed('02a').solution);
      await exercise.ask('exercise.check');
      await page.getByText(words('exercise.why')).waitFor();
      expect.soft(await axeFindings(page)).toEqual([]);
    });
  });
});
