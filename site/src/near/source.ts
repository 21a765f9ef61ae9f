/** Where a part of a page has its code from. */
export interface Source<Module> {
  /** The code, where it is here already: always while the site is built, in a page once it has been loaded. */
  readonly here: Module | undefined;
  load(): Promise<Module>;
}

/** Code that a page fetches once. */
export function fetchedOnce<Module>(fetch: () => Promise<Module>): Source<Module> {
  let here: Module | undefined;
  let coming: Promise<Module> | undefined;
  return {
    get here() {
      return here;
    },
    load() {
      coming ??= fetch().then(
        (module) => (here = module),
        (error: unknown) => {
          coming = undefined;
          throw error;
        },
      );
      return coming;
    },
  };
}
