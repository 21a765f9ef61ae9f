/** What of a service worker's global this needs; the page's own types know none. */
interface ServiceWorker {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asked) => void): void;
}
interface Lasting {
  waitUntil(done: Promise<unknown>): void;
}
interface Asked {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: ServiceWorker;

/** Milliseconds that the network may take before a page comes from the copy instead. */
const patience = 4000;

/** Answers from the copy where there is no network. It changes no copy: pages make, renew and remove them. */
self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const copied = await caches.match(request.url.replace(/[?#].*$/, ''));
  if (!copied) return fetch(request).catch((cause: unknown) => notKept(request, cause));
  // A file under assets/ is named by its content, so that the copy is what the network has.
  if (request.url.includes('/assets/')) return copied;
  const slow = new Promise<Response>((resolve) => setTimeout(() => resolve(copied.clone()), patience));
  return Promise.race([fetch(request).catch(() => copied), slow]);
}

/** A page that no copy has leads to the page that says what is kept. */
async function notKept(request: Request, cause: unknown): Promise<Response> {
  const { scope } = self.registration;
  const [, home] =
    (await caches.keys()).map((name) => name.split(' ')).find(([, at]) => at?.startsWith(scope)) ?? [];
  if (request.mode === 'navigate' && home) return Response.redirect(`${home}offline/`);
  throw cause;
}
