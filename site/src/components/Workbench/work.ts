/** The learner's files by path. */
export type Texts = Readonly<Record<string, string>>;

/** What a browser keeps of somebody's work on a program. */
export interface KeptWork {
  /** The hash of the starting code that `texts` began from. */
  readonly starter: string;
  readonly texts?: Texts;
  /** Written from starting code that has changed since: kept until the learner decides. */
  readonly former?: Texts;
}

/** What was kept, seen from today's starting code: of an older one it becomes the former version. */
export function opened(kept: KeptWork | undefined, starter: string): KeptWork {
  if (!kept || kept.starter === starter) return kept ?? { starter };
  const former = kept.texts ?? kept.former;
  return { starter, ...(former && { former }) };
}

/** The work after an edit; what equals the starting code is no work. */
export function written(work: KeptWork, texts: Texts, start: Texts): KeptWork {
  const { texts: _, ...rest } = work;
  return sameTexts(texts, start) ? rest : { ...rest, texts };
}

/** The current version becomes the former one, and the other way round. */
export function swapped(work: KeptWork, start: Texts): KeptWork {
  return written({ starter: work.starter, former: work.texts ?? start }, work.former ?? start, start);
}

/** The work with one version only: the current one. */
export function withoutFormer({ starter, texts }: KeptWork): KeptWork {
  return { starter, ...(texts && { texts }) };
}

/** What is worth keeping; undefined: nothing. */
export function worthKeeping(work: KeptWork): KeptWork | undefined {
  return work.texts || work.former ? work : undefined;
}

export function sameTexts(a: Texts, b: Texts): boolean {
  return Object.keys(b).every((path) => a[path] === b[path]);
}
