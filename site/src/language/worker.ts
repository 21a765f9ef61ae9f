import { serveLanguage, type PagePort } from './serve';

/** The page's types and completion: a worker of its own, loaded when somebody wants them. It runs no program. */
serveLanguage(globalThis as unknown as PagePort, async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
});
