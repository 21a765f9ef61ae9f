/** What calls everything off. */
export interface Until {
  readonly signal: AbortSignal;
}

/** Calls when the element is about to be seen. */
export function whenNear(element: Element, call: () => void, { signal }: Until): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) call();
    },
    { rootMargin: '1000px 0px' },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Calls when the page's address brings work that is to be opened. */
export function whenLinked(call: () => void, until: Until): void {
  const look = () => {
    if (location.hash.startsWith('#work')) call();
  };
  look();
  window.addEventListener('hashchange', look, until);
}

/** Calls once the page has loaded and has nothing to do. */
export function whenIdle(call: () => void, { signal }: Until): void {
  const unlessOff = () => {
    if (!signal.aborted) call();
  };
  // Safari has no requestIdleCallback.
  const wait = () =>
    typeof requestIdleCallback === 'function' ? requestIdleCallback(unlessOff) : setTimeout(unlessOff, 1000);
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true, signal });
}

/** Follows the pointers that are pressed on an element: between press and click it must stay the element it is. */
export function pressesOn(element: Element, { signal }: Until): () => Promise<void> {
  let released = Promise.resolve();
  const press = () => {
    released = new Promise((release) => {
      for (const type of ['pointerup', 'pointercancel'])
        window.addEventListener(type, () => setTimeout(release), { once: true });
    });
  };
  element.addEventListener('pointerdown', press, { signal });
  return () => released;
}
