import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Chromium asks these by itself, whatever page is open; a page that asks them is seen by its own events. */
const browsersOwn =
  /\b(accounts|clients\d?|content-autofill|edgedl\.me|mtalk|optimizationguide-pa|redirector|safebrowsing|update)\.(google|googleapis|gvt1)\.com\b/;

/** The rest of the world, as a browser sees it. */
export interface Abroad {
  /** A command line switch that sends everything but localhost here. */
  readonly switch: string;
  /** What was asked for since the last call. */
  take(): string[];
  close(): void;
}

/** A proxy that lets nobody through and keeps a list: it also sees what a page's own events leave out. */
export async function startAbroad(): Promise<Abroad> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    switch: `--proxy-server=127.0.0.1:${port}`,
    take: () => asked.splice(0).filter((one) => !browsersOwn.test(one)),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
