/**
 * Keeps the standalone page for use without network. All its files are fetched once, under a name that changes
 * with their content, and are then answered from there; nothing else is stored and other origins are left to
 * the browser. A new version waits until every open tab of the old one is closed, so no tab mixes the two.
 */

/** Put in by the build: the files of the page, and a fingerprint of them all. */
declare const PRECACHE: { readonly version: string; readonly files: readonly string[] };

const worker = self as unknown as ServiceWorkerGlobalScope;
const PREFIX = 'chitieu-page-';
const CACHE = `${PREFIX}${PRECACHE.version}`;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) =>
      // The browser's own cache may hold files of the version before.
      cache.addAll(PRECACHE.files.map((file) => new Request(file, { cache: 'reload' }))),
    ),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith(PREFIX) && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
  event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  // The folder itself is the page; a query changes nothing about a file.
  const address = new URL(request.url);
  const wanted = address.pathname.endsWith('/') ? new URL('index.html', address) : address;
  return (await cache.match(wanted, { ignoreSearch: true })) ?? fetch(request);
}
