import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.wasm': 'application/wasm',
  '.zip': 'application/zip',
};

export interface ServeOptions {
  /** The folder that `docusaurus build` wrote. */
  readonly dir: string;
  /** The path the site was built for (BASE_URL), with slashes at both ends. */
  readonly base?: string;
  /** The first port to try; the next free one is taken. 0: any. */
  readonly port?: number;
  /** Sends the headers that give a page real threads (SharedArrayBuffer). */
  readonly isolated?: boolean;
}

export interface Served {
  /** Where the home page is. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site on this machine only, as a plain static host would: folders by their index.html, else the locale's 404 page. */
export async function serve({
  dir,
  base = '/',
  port = 3000,
  isolated = true,
}: ServeOptions): Promise<Served> {
  const root = resolve(dir);
  const server = createServer((request, response) => {
    answer(request, response, root, base, isolated).catch(() => response.destroy());
  });
  const taken = await listen(server, port);
  return {
    url: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: ReturnType<typeof createServer>, first: number): Promise<number> {
  for (let port = first; ; port++) {
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once('error', done);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', done);
        done(undefined);
      });
    });
    if (!error) return (server.address() as { port: number }).port;
    if (error.code !== 'EADDRINUSE' || port >= first + 100) throw error;
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  root: string,
  base: string,
  isolated: boolean,
): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  if (isolated) {
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  if (`${pathname}/` === base) return void response.writeHead(301, { Location: `${base}${search}` }).end();

  const path = pathname.startsWith(base) ? pathWithin(root, pathname.slice(base.length)) : undefined;
  if (path && (await isFile(path))) return send(request, response, path, 200);
  if (path && (await isFile(join(path, 'index.html')))) {
    if (pathname.endsWith('/')) return send(request, response, join(path, 'index.html'), 200);
    return void response.writeHead(301, { Location: `${pathname}/${search}` }).end();
  }
  const locale = pathname.startsWith(`${base}zh-Hans/`) ? 'zh-Hans' : '.';
  return send(request, response, join(root, locale, '404.html'), 404);
}

/** The file's path, or undefined where the address leaves the folder or cannot be decoded. */
function pathWithin(root: string, address: string): string | undefined {
  try {
    const path = normalize(join(root, decodeURIComponent(address)));
    return path === root || path.startsWith(root + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  status: number,
): Promise<void> {
  const type = types[extname(path)] ?? 'application/octet-stream';
  const hashed = path.includes(`${sep}assets${sep}`);
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  const zipped =
    /^(text|application\/(json|manifest|xml|wasm)|image\/svg)/.test(type) &&
    /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  if (zipped) response.setHeader('Content-Encoding', 'gzip').setHeader('Vary', 'Accept-Encoding');
  else response.setHeader('Content-Length', (await stat(path)).size);
  response.writeHead(status);
  if (request.method === 'HEAD') return void response.end();
  const file = createReadStream(path);
  // A build that replaces the file meanwhile breaks this answer off, not the server.
  await pipeline(zipped ? [file, createGzip(), response] : [file, response]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { base: { type: 'string', default: '/' }, port: { type: 'string', default: '3000' } },
  });
  const { url } = await serve({
    dir: positionals[0] ?? 'build',
    base: values.base,
    port: Number(values.port),
  });
  process.stdout.write(`${url}\n`);
}
