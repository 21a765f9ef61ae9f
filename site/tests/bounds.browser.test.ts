import { describe, expect, test } from 'vitest';
import { countless } from './support/programs.ts';
import { said } from './support/said.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { playgroundOn } from './support/workbench.ts';

const site = useSite();

describe.each(locales)('a program without end (%s)', (locale) => {
  test('is inconclusive, and the page says which bound it met and where', async () => {
    const { ask, root, write } = playgroundOn(await site.visit(locale, 'playground/'), wordsOf(locale));
    await write('counter.ts', countless);
    await ask('playground.checkAll');
    const sentence = said('verdict.inconclusive.history', { place: 'counter.ts:7', limit: 1000 }, locale);
    await expect.poll(() => root.innerText()).toContain(sentence);
  });
});
