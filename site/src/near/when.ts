import { shelf } from '../storage/useKept';

/** What calls everything off. */
export interface Until {
  readonly signal: AbortSignal;
}

/** Something a reader does first of all: until then a page that has just been opened has enough to do. */
const stirs = ['scroll', 'pointermove', 'pointerdown', 'keydown', 'focusin', 'click'];
/** Milliseconds after which a reader is there who does nothing of that: one who listens. */
const stay = 10_000;
let hasStirred = false;

/** Calls once the reader does something: at once if they have done so since they came, or keep work here that the page is to show. */
export function whenStirred(call: () => void, { signal }: Partial<Until> = {}): void {
  if (hasStirred || shelf.names().length > 0) {
    call();
    return;
  }
  const stirred = new AbortController();
  const wake = () => {
    hasStirred = true;
    stirred.abort();
    call();
  };
  const stayed = setTimeout(wake, stay);
  signal?.addEventListener('abort', () => stirred.abort());
  stirred.signal.addEventListener('abort', () => clearTimeout(stayed));
  for (const stir of stirs) window.addEventListener(stir, wake, { passive: true, signal: stirred.signal });
}

/** Calls when the element is on the screen, or no further from it than the margin, in CSS pixels. */
export function whenWithin(margin: number, element: Element, call: () => void, { signal }: Until): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) call();
    },
    { rootMargin: `${margin}px 0px` },
  );
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** Calls when the element is about to be seen by a reader who does something. */
export function whenNear(element: Element, call: () => void, until: Until): void {
  whenStirred(() => whenWithin(1000, element, call, until), until);
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
export function whenIdle(call: () => void, { signal }: Partial<Until> = {}): void {
  const unlessOff = () => {
    if (!signal?.aborted) call();
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
