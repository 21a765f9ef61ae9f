/** What a report says before its author has written a word. */
export interface Issue {
  readonly title: string;
  /** Lines of “name: value”. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** What the reader had marked. */
  readonly quote?: string;
  /** The question that is left to answer. */
  readonly question: string;
}

const longestQuote = 400;

/**
 * Where an issue can be written that says these things already.
 *
 * @param repository address of the repository, on GitHub or on a host that takes issues in the same way
 */
export function issueAddress(repository: string, { title, facts, quote = '', question }: Issue): string {
  const short = quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote;
  const body = [
    facts.map(([name, value]) => `- ${name}: ${value}`).join('\n'),
    ...(short ? [short.replace(/^/gm, '> ')] : []),
    question,
  ].join('\n\n');
  return `${repository.replace(/\/+$/, '')}/issues/new?${new URLSearchParams({ title, body: `${body}\n\n` })}`;
}
