import { join } from 'node:path';
import type { LoadContext, Plugin } from '@docusaurus/types';

/** Families of Infima, the theme's style sheet, that no page of ours uses. */
const unused =
  /\.(avatar|badge|button-group|card|clean-list|col--(?!3\b|6\b)|container-fluid|dropdown|footer__|hero|navbar__search|navbar--(dark|primary)|navbar__items--center|pagination(?!-nav)|pills|shadow--|tabs--block)|\.button--(active|block|danger|info|lg|link|sm|success|warning)|\.(alert--primary|alert__(heading|icon)|footer--dark|text--(?!truncate)|row--)|\.margin--(?!none)|\.(margin(-\w+)?--(none|xs)|margin-horiz--|margin-(top|left|right|bottom)--xl|padding--(?!none)|padding-(left|right|vert|horiz)--|padding-top--(?!md)|padding-bottom--(?!lg))|\.breadcrumbs--/;

/** Its variables that no rule of what is left reads; those of a color are shades. */
const unread =
  /^--ifm-((avatar|badge|button-group|card|dropdown|hero|pills|navbar-search-input)-|pagination-(?!nav)|footer-(link-h|title|logo)|color-(?!(primary|secondary)-darker$)\w+-(darker|darkest|light|lighter|lightest)$|(dark|darker|darkest|light|lighter|lightest)-value$|global-shadow-tl$|z-index-(dropdown|overlay)$|transition-slow$)/;

interface Rule {
  selectors: string[];
  remove(): void;
}

interface Declaration {
  readonly prop: string;
  remove(): void;
}

/** A PostCSS plugin: takes the unused families out of the style sheet, selector by selector and variable by variable. */
export const withoutUnused = {
  postcssPlugin: 'work-loop-unused-styles',
  Rule(rule: Rule): void {
    const used = rule.selectors.filter((selector) => !unused.test(selector));
    if (used.length === 0) rule.remove();
    else if (used.length < rule.selectors.length) rule.selectors = used;
  },
  Declaration(declaration: Declaration): void {
    if (unread.test(declaration.prop)) declaration.remove();
  },
};

/** Every page waits for its style sheet: what nobody sees is left out of it. */
export default function unusedStylesPlugin({ siteDir }: LoadContext): Plugin {
  return {
    name: 'work-loop-unused-styles',
    configurePostCss: (options) => ({ ...options, plugins: [...options.plugins, withoutUnused] }),
    // What is kept from the last build depends on this list, and on which browsers package.json names.
    configureWebpack: () => {
      const read = ['package.json', 'site/plugins/unused-styles.ts'].map((name) => join(siteDir, name));
      return { experiments: { cache: { buildDependencies: read } } } as object;
    },
  };
}
