/** As much of Lighthouse as is used. */
export type Lighthouse = (url: string, flags: object) => Promise<{ readonly lhr: Report } | undefined>;

interface Report {
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, Audit>>;
}

interface Category {
  readonly id: string;
  readonly score: number | null;
  readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
}

interface Audit {
  readonly id: string;
  readonly title: string;
  readonly score: number | null;
  readonly numericValue?: number;
  readonly displayValue?: string;
}

/** What one audit of a page found. */
export interface Audited {
  /** Categories by 0–100; LCP in seconds, TBT in milliseconds, CLS as it is. */
  readonly values: Readonly<Record<string, number>>;
  /** What cost points, other than time. */
  readonly failed: readonly string[];
}

/** Audits a page on a throttled phone, with an empty cache. */
export async function audit(lighthouse: Lighthouse, url: string, port: number): Promise<Audited> {
  const result = await lighthouse(url, { port, output: [], logLevel: 'error' });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
  const { categories, audits } = result.lhr;
  const measured = (id: string): number => audits[id]?.numericValue ?? NaN;
  const scores = Object.values(categories).map(({ id, score }) => [id, Math.round((score ?? NaN) * 100)]);
  return {
    values: {
      ...(Object.fromEntries(scores) as Record<string, number>),
      LCP: measured('largest-contentful-paint') / 1000,
      CLS: measured('cumulative-layout-shift'),
      TBT: measured('total-blocking-time'),
    },
    failed: Object.values(categories)
      .filter(({ id }) => id !== 'performance')
      .flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0))
      .map(({ id }) => audits[id])
      .filter((found): found is Audit => found !== undefined && found.score !== null && found.score < 1)
      .map(({ id, title }) => `${id}: ${title}`),
  };
}
