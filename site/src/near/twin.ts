/**
 * Finds an element again after what is around it has been drawn anew: by its kind, what it says, and which of those it is.
 *
 * @returns looks it up below `frame`; undefined where there is no such thing any more
 */
export function twinFinder(element: Element, frame: Element): () => HTMLElement | undefined {
  const { tagName, textContent } = element;
  const alike = () =>
    [...frame.querySelectorAll<HTMLElement>(tagName)].filter((one) => one.textContent === textContent);
  const nth = alike().findIndex((one) => one === element);
  return () => alike()[nth];
}
