import { whenIdle, whenStirred } from './near/when';

let isPatient = false;

/**
 * What pages fetch ahead for links on the screen waits for a reader who does something, and then until the page has nothing to do, link
 * by link; Docusaurus does it for all of them at once, which holds a phone up.
 */
export function onRouteDidUpdate(): void {
  if (isPatient) return;
  isPatient = true;
  const { prefetch, preload } = window.docusaurus;
  const stirred = new Promise<void>((done) => whenStirred(done));
  window.docusaurus = {
    preload,
    prefetch: (path) => {
      void stirred.then(() => whenIdle(() => void prefetch(path)));
      return false;
    },
  };
}
