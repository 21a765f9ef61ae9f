/** Says in which of two sets something is that the other has not; nothing if they are equal. */
export function differ(
  what: string,
  sides: Readonly<Record<string, Iterable<string>>>,
): readonly [] | readonly [text: string] {
  const [[one, ones], [other, others]] = Object.entries(sides).map(
    ([name, texts]) => [name, new Set(texts)] as const,
  ) as [[string, Set<string>], [string, Set<string>]];
  const only = [
    ...[...ones].filter((text) => !others.has(text)).map((text) => `only ${one} has ${text}`),
    ...[...others].filter((text) => !ones.has(text)).map((text) => `only ${other} has ${text}`),
  ];
  return only.length === 0 ? [] : [`${what}: ${only.toSorted().slice(0, 5).join('; ')}`];
}
