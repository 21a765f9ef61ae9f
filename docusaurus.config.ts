import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Config, Plugin } from '@docusaurus/types';
import type { UserThemeConfig } from '@docusaurus/theme-common';
import coursePlugin from './site/plugins/course';
import exercisesPlugin from './site/plugins/exercises';
import glossaryPlugin from './site/plugins/glossary';
import offlinePlugin from './site/plugins/offline';
import programsPlugin from './site/plugins/programs';
import remarkChineseBold from './site/plugins/remark-chinese-bold';
import remarkBehind from './site/plugins/remark-behind';
import remarkExercise from './site/plugins/remark-exercise';
import remarkMinutes from './site/plugins/remark-minutes';
import remarkProgram from './site/plugins/remark-program';
import remarkRegion from './site/plugins/remark-region';
import remarkTerm from './site/plugins/remark-term';
import translationPlugin from './site/plugins/translation';
import unusedStylesPlugin from './site/plugins/unused-styles';
import { codeTabsScript } from './site/src/components/CodeTabs/codeTabsScript';
import { codeTheme } from './site/src/theme/codeTheme';

/** The locale that is being built; the build loads this file once for each. */
const locale = process.env.DOCUSAURUS_CURRENT_LOCALE === 'zh-Hans' ? 'zh-Hans' : 'en';
const { resolve } = createRequire(import.meta.url);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Drawings of runs are a chunk of their own, also for what runs programs. */
const pictures = {
  name: 'pictures',
  chunks: /^(programs|pictures)$/,
  test: /[\\/](components[\\/](Timeline|Choice|useLocale)|runtime[\\/]src[\\/](trace|messages))\b/,
  priority: 50,
  enforce: true,
} as const;

/** The components of ours that replace those of theme-classic; must be listed after it. */
function workLoopTheme(): Plugin {
  return {
    name: 'work-loop-theme',
    getThemePath: () => here('site/src/theme'),
    injectHtmlTags: () => ({ preBodyTags: [{ tagName: 'script', innerHTML: codeTabsScript }] }),
    getClientModules: () => [
      here('site/src/components/Term/dismiss.ts'),
      here('site/src/prefetchWhenIdle.ts'),
    ],
    // Our package.json says "type": "module": what Docusaurus generates, and the pieces of its server bundle, are not.
    configureWebpack: (_config, isServer) => ({
      // A page says what it says in its own language only.
      resolve: {
        conditionNames: [`page-messages-${locale}`, '...'],
        // Theme-classic's way to give the highlighter more languages would bring it into every page.
        alias: { [resolve('@docusaurus/theme-classic/lib/prism-include-languages.js')]: false },
      },
      module: {
        rules: [
          {
            test: /[\\/]\.docusaurus[\\/].*\.js$/,
            type: 'javascript/auto',
            resolve: { fullySpecified: false },
          },
        ],
      },
      ...(isServer
        ? { output: { chunkFilename: 'assets/js/[name].[contenthash:8].cjs' } }
        : { optimization: { splitChunks: { cacheGroups: { pictures } } } }),
    }),
  };
}

const themeConfig: UserThemeConfig = {
  colorMode: { respectPrefersColorScheme: true },
  docs: { sidebar: { hideable: true, autoCollapseCategories: false } },
  navbar: {
    title: 'Work Loop',
    items: [
      { to: '/lessons/', label: 'Lessons', position: 'left', activeBaseRegex: '/lessons/(?!answers/)' },
      { to: '/lessons/answers/which-runaction/', label: 'Answers', position: 'left' },
      { to: '/playground/', label: 'Playground', position: 'left' },
      { type: 'localeDropdown', position: 'right' },
    ],
  },
  prism: { theme: codeTheme, darkTheme: codeTheme },
  tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
};

const config: Config = {
  title: 'Work Loop',
  tagline: 'How XNU and IOKit drivers stay correct under concurrency',
  favicon: 'img/favicon.svg',
  // A placeholder: whoever hosts the site sets SITE_URL; links inside the site never use it.
  url: process.env.SITE_URL ?? 'https://example.org',
  baseUrl: process.env.BASE_URL ?? '/',
  trailingSlash: true,
  // Where a reader may report a mistake; without it nothing offers to.
  customFields: { repository: process.env.REPOSITORY_URL ?? '' },
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {
    // The hashes by which a translation is known to be behind are for the build: no page reads them.
    parseFrontMatter: async (given) => {
      const { frontMatter, ...rest } = await given.defaultParseFrontMatter(given);
      const { source: _, ...read } = frontMatter;
      return { ...rest, frontMatter: read };
    },
    hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' },
  },
  future: { v4: true, faster: true },
  i18n: {
    defaultLocale: 'en',
    locales: ['en', 'zh-Hans'],
    localeConfigs: {
      en: { label: 'English', htmlLang: 'en' },
      'zh-Hans': { label: '简体中文', htmlLang: 'zh-Hans' },
    },
  },
  staticDirectories: ['site/static'],
  plugins: [
    programsPlugin,
    exercisesPlugin,
    coursePlugin,
    glossaryPlugin,
    offlinePlugin,
    translationPlugin,
    unusedStylesPlugin,
    [
      '@docusaurus/plugin-content-docs',
      {
        path: 'lessons',
        routeBasePath: 'lessons',
        sidebarPath: 'site/sidebars.ts',
        beforeDefaultRemarkPlugins: [
          remarkChineseBold,
          [remarkTerm, { root: here('.'), locale }],
          [remarkBehind, { root: here('.'), locale }],
          remarkMinutes,
          [remarkExercise, { root: here('exercises'), locale }],
          [remarkRegion, { root: here('.'), locale }],
          remarkProgram,
        ],
      },
    ],
    ['@docusaurus/plugin-content-pages', { path: 'site/src/pages' }],
  ],
  themes: [
    [
      '@docusaurus/theme-classic',
      {
        customCss: ['tokens', 'base', 'chrome', 'prose', 'print', 'unscripted'].map(
          (name) => `./site/src/css/${name}.css`,
        ),
      },
    ],
    [
      '@easyops-cn/docusaurus-search-local',
      {
        language: ['en', 'zh'],
        docsRouteBasePath: 'lessons',
        // Named by what is in it: a browser may keep it for good.
        hashed: 'filename',
        docsDir: ['lessons', 'i18n/zh-Hans', 'exercises'],
        indexBlog: false,
        // Programs and drawings of runs are not what a page says; what is on buttons even less.
        ignoreCssSelectors: ['[role="group"]', 'figure svg', 'button', 'nav', 'noscript', '[role="tooltip"]'],
      },
    ],
    workLoopTheme,
  ],
  themeConfig,
};

export default config;
