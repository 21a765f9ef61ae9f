import { expect, it } from 'vitest';
import { withoutUnused } from './unused-styles.ts';

/** What is left of a rule's selectors. */
function left(...selectors: string[]): string[] {
  let removed = false;
  const rule = { selectors, remove: () => void (removed = true) };
  withoutUnused.Rule(rule);
  return removed ? [] : rule.selectors;
}

it('drops a rule that only unused families have', () => {
  expect(left('.hero--dark', '.navbar .dropdown__menu')).toEqual([]);
});

it('keeps the other selectors of a rule', () => {
  expect(left('.badge', 'a', '.pagination-nav__link')).toEqual(['a', '.pagination-nav__link']);
});
