import type { OfflineFile, OfflineList } from './offlineList';

/** Copies live in caches of this name; what follows is the address of the language's home page, a space, and a version. */
const prefix = 'work-loop ';
const listName = 'offline.json';
/** Headers that a copy needs; lengths and encodings are true of the network's answer only. */
const kept = /^(content-type|content-security-policy|cross-origin-.*)$/;

/** Why a copy could not be made: the network, the space in this browser, or a site that changed meanwhile. */
export type Obstacle = 'network' | 'space' | 'changed';
export class NotKept extends Error {
  readonly obstacle: Obstacle;
  constructor(obstacle: Obstacle, options?: ErrorOptions) {
    super(obstacle, options);
    this.obstacle = obstacle;
  }
}

/**
 * The copy of a language that is whole.
 *
 * @param home address of the language's home page
 */
async function copyOf(home: string): Promise<OfflineList | undefined> {
  for (const name of await cachesOf(home)) {
    const found = await (await caches.open(name)).match(home + listName);
    if (found) return (await found.json()) as OfflineList;
  }
  return undefined;
}

/** What the site offers now. */
export async function listOf(home: string): Promise<OfflineList> {
  const answer = await fetch(home + listName, { cache: 'no-store' }).catch((cause: unknown) => {
    throw new NotKept('network', { cause });
  });
  if (!answer.ok) throw new NotKept('network');
  return (await answer.json()) as OfflineList;
}

/** What is kept of a language beside what the site offers, which is undefined where it cannot be reached. */
export interface Compared {
  readonly state: 'none' | 'kept' | 'behind';
  readonly kept?: OfflineList;
  readonly offered?: OfflineList;
}

export async function compareCopy(home: string): Promise<Compared> {
  const [kept, offered] = await Promise.all([copyOf(home), listOf(home).catch(() => undefined)]);
  const state = !kept ? 'none' : offered && offered.version !== kept.version ? 'behind' : 'kept';
  return { state, kept, offered };
}

/**
 * Makes the copy of a language, or brings it up to date. An older copy stays until the new one is whole, and what has not
 * changed is taken from it; a copy that was broken off goes on where it stopped.
 *
 * @param onProgress called with the number of files that are there, and never again once the promise has settled
 * @throws NotKept; what was there is there still
 */
export async function makeCopy(
  home: string,
  list: OfflineList,
  onProgress: (files: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const name = `${prefix}${home} ${list.version}`;
  const former = await filesOf(home);
  const cache = await caches.open(name);
  signal.throwIfAborted();
  const broken = new AbortController();
  signal.addEventListener('abort', () => broken.abort(signal.reason));
  let done = 0;
  const waiting = [...list.files];
  const keepNext = async (): Promise<void> => {
    for (let file = waiting.shift(); file; file = waiting.shift()) {
      broken.signal.throwIfAborted();
      const address = new URL(file.address, home).href;
      if (!(await cache.match(address)))
        await put(cache, address, (await former(file)) ?? (await fetched(address, file, broken.signal)));
      onProgress(++done);
    }
  };
  const keeping = Array.from({ length: 6 }, keepNext);
  try {
    await Promise.all(keeping);
  } catch (error) {
    // What is being written now would report itself after the end.
    broken.abort();
    await Promise.allSettled(keeping);
    throw error;
  }
  await put(cache, home + listName, new Response(JSON.stringify(list)));
  for (const other of await cachesOf(home)) if (other !== name) await caches.delete(other);
}

/** Takes a language's copy away. */
export async function removeCopy(home: string): Promise<void> {
  for (const name of await cachesOf(home)) await caches.delete(name);
}

/** Whether any language of the site is kept. */
export async function anyCopy(root: string): Promise<boolean> {
  return (await caches.keys()).some((name) => name.startsWith(prefix + root));
}

async function cachesOf(home: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(`${prefix}${home} `));
}

/** Finds a file of the copy that is whole, if it has the same content. */
async function filesOf(home: string): Promise<(file: OfflineFile) => Promise<Response | undefined>> {
  const contents = new Map((await copyOf(home))?.files.map(({ address, sha256 }) => [address, sha256]));
  const names = await cachesOf(home);
  return async ({ address, sha256 }) => {
    if (contents.get(address) !== sha256) return undefined;
    for (const name of names) {
      const found = await (await caches.open(name)).match(new URL(address, home).href);
      if (found) return found;
    }
    return undefined;
  };
}

async function put(cache: Cache, address: string, response: Response): Promise<void> {
  await cache.put(address, response).catch((cause: unknown) => {
    throw new NotKept('space', { cause });
  });
}

async function fetched(address: string, { sha256 }: OfflineFile, signal: AbortSignal): Promise<Response> {
  const bytes = async (): Promise<Response> => {
    const answer = await fetch(address, { cache: 'no-cache', signal });
    // The page that says "not found" is a file as well, and comes with that status.
    if (!answer.ok && !address.endsWith('/404.html')) throw new NotKept('changed');
    const body = await answer.arrayBuffer();
    if (sha256 && (await digest(body)) !== sha256) throw new NotKept('changed');
    return new Response(body, { headers: [...answer.headers].filter(([name]) => kept.test(name)) });
  };
  return bytes().catch((cause: unknown) => {
    if (signal.aborted || cause instanceof NotKept) throw cause;
    throw new NotKept('network', { cause });
  });
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
