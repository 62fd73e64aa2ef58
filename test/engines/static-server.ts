import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** Pages a test serves to the browser, on this machine only. */
export interface StaticServer {
  /** Without a slash at the end. */
  origin: string;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Serves a folder, or pages given as text by their path (`/pane.html`). It knows nothing but files, as the
 * cheapest servers do.
 */
export async function serve(content: string | Record<string, string>): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const [asked = '/'] = (request.url ?? '/').split('?');
    const path = decodeURIComponent(asked).replace(/\/$/u, '/index.html');
    void load(content, path).then((body) => {
      response.writeHead(body === null ? 404 : 200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
      });
      response.end(body ?? undefined);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

async function load(content: string | Record<string, string>, path: string): Promise<string | Buffer | null> {
  if (typeof content !== 'string') return content[path] ?? null;
  const file = normalize(join(content, path));
  if (!file.startsWith(normalize(content) + sep)) return null;
  return readFile(file).catch(() => null);
}
