import type { Plugin } from '@docusaurus/types';

/** Families of Infima, the theme's style sheet, that no page of ours uses. */
const unused =
  /\.(avatar|badge|button-group|card|col--offset|dropdown|footer__|hero|pagination(?!-nav)|pills|shadow--|navbar__search)|\.button--(active|block|danger|info|lg|link|sm|success|warning)|\.(alert--primary|alert__heading|text--(?!truncate|center|right)|row--)|\.(margin(-\w+)?--(none|xs)|padding-\w+--none|padding(-\w+)?--(xs|xl))|\.breadcrumbs--/;

interface Rule {
  selectors: string[];
  remove(): void;
}

/** A PostCSS plugin: takes the unused families out of the style sheet, selector by selector. */
export const withoutUnused = {
  postcssPlugin: 'work-loop-unused-styles',
  Rule(rule: Rule): void {
    const used = rule.selectors.filter((selector) => !unused.test(selector));
    if (used.length === 0) rule.remove();
    else if (used.length < rule.selectors.length) rule.selectors = used;
  },
};

/** Every page waits for its style sheet: what nobody sees is left out of it. */
export default function unusedStylesPlugin(): Plugin {
  return {
    name: 'work-loop-unused-styles',
    configurePostCss: (options) => ({ ...options, plugins: [...options.plugins, withoutUnused] }),
  };
}
