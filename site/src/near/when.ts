/** What calls everything off. */
export interface Until {
  readonly signal: AbortSignal;
}

/** Something a reader does first of all; whoever has done nothing yet comes near nothing but what is on the screen. */
const stirs = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'focusin'];

/** Calls when the element is seen, or is about to be. */
export function whenNear(element: Element, call: () => void, { signal }: Until): void {
  const watch = (rootMargin: string) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) call();
      },
      { rootMargin },
    );
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
  };
  watch('0px');
  const stirred = new AbortController();
  signal.addEventListener('abort', () => stirred.abort());
  const wake = () => {
    stirred.abort();
    watch('1000px 0px');
  };
  for (const stir of stirs) window.addEventListener(stir, wake, { passive: true, signal: stirred.signal });
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
