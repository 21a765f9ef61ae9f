import { describe, expect, test } from 'vitest';
import { endless, locked, misuses } from './support/programs.ts';
import { said } from './support/said.ts';
import { useSite } from './support/use-site.ts';
import { locales, wordsOf } from './support/words.ts';
import { playgroundOn } from './support/workbench.ts';

const site = useSite();
const asks = ['playground.run', 'playground.checkAll'];

describe.each(locales)('a playground (%s)', (locale) => {
  const words = wordsOf(locale);

  test.each(Object.keys(endless))('survives an endless loop %s, and says what it was', async (where) => {
    const { ask, root, write } = playgroundOn(await site.visit(locale, 'playground/'), words);
    for (const asked of asks) {
      await write('counter.ts', endless[where]!);
      await ask(asked);
      // Its first letter may be a capital.
      expect.soft(await root.innerText(), asked).toContain(said('refusal.endless-loop', {}, locale).slice(1));
      await write('counter.ts', locked);
      await ask('playground.checkAll');
      expect.soft(await root.innerText(), asked).toContain(said('verdict.holds', { states: 4 }, locale));
    }
  });

  test.each(misuses)('says where the mistake is and what to write: $what', async ({ text, line, remedy }) => {
    const { ask, root, write } = playgroundOn(await site.visit(locale, 'playground/'), words);
    await write('counter.ts', text);
    for (const asked of asks) {
      await ask(asked);
      const message = await root.locator('p').filter({ hasText: remedy }).allInnerTexts();
      expect.soft(message.join('\n'), asked).toContain(`counter.ts:${line}`);
    }
  });
});
