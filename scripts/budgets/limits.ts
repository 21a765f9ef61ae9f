/** Kilobytes (1,000 bytes, gzipped) that things may weigh. */
export const limits = {
  layout: 185,
  styles: 20,
  home: 25,
  prose: 5,
  tool: 10,
  program: 25,
  editor: 285,
  pictures: 20,
  worker: 150,
  runtime: 54,
  engines: 10,
  quickjs: 260,
  search: 400,
  language: 1300,
} as const;

export type Limit = keyof typeof limits;

/** What each limit is on. */
export const meant: Readonly<Record<Limit, string>> = {
  layout: 'script of every page, layout and all',
  styles: 'style sheet',
  home: 'home page adds',
  prose: 'page of prose adds',
  tool: 'page to look things up, or to set them, adds',
  program: 'page with programs adds, before one is near',
  editor: 'editor and all it needs, once it is near',
  pictures: 'timeline',
  worker: 'engine: worker',
  runtime: 'engine: of it the runtime and explorer',
  engines: 'engine: to look around, on first use',
  quickjs: 'engine: QuickJS',
  search: 'search index, on first use',
  language: 'types and completion, on first use',
};
