/**
 * Keeps the player's page and files on the device, so that it opens without a network. Journal data never goes
 * through here: the page keeps it in IndexedDB and sends it itself.
 *
 * `/sw.js` says what the shell is (`self.shell`: version, page, offline, files) and loads this.
 */

const { version, page, offline, files } = /** @type {any} */ (self).shell;
const CACHE = `dorsi-${version}`;

self.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (/** @type {any} */ event) => {
  event.waitUntil(activate());
});

self.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(navigation(request, url));
  else if (files.includes(url.pathname)) event.respondWith(fromCache(request, url.pathname));
});

self.addEventListener("notificationclick", (/** @type {any} */ event) => {
  event.notification.close();
  event.waitUntil(bringForward());
});

async function install() {
  const cache = await caches.open(CACHE);
  // The page has fetched most of them already, and their names change with what is in them.
  await cache.addAll(files);
  for (const address of [page, offline]) await keep(cache, address, await fetch(address, { cache: "reload" }));
  await /** @type {any} */ (self).skipWaiting();
}

async function activate() {
  for (const name of await caches.keys()) {
    if (name.startsWith("dorsi-") && name !== CACHE) await caches.delete(name);
  }
  await /** @type {any} */ (self).clients.claim();
}

/** A page that asked for a sign-in first is not what was meant. */
async function keep(cache, address, answer) {
  if (answer.ok && !answer.redirected) await cache.put(address, answer.clone());
}

/** The player comes from the device, network or not; other pages from the network, or say that there is none. */
async function navigation(request, url) {
  const cache = await caches.open(CACHE);
  const isPlayer = url.pathname === page;
  const kept = isPlayer ? await cache.match(page) : undefined;
  if (kept) return kept;
  try {
    const answer = await fetch(request);
    if (isPlayer) await keep(cache, page, answer);
    return answer;
  } catch {
    return (await cache.match(offline)) ?? Response.error();
  }
}

async function fromCache(request, path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

async function bringForward() {
  const clients = await /** @type {any} */ (self).clients.matchAll({ type: "window" });
  const player = clients.find((/** @type {any} */ client) => new URL(client.url).pathname === page);
  if (player) await player.focus();
  else await /** @type {any} */ (self).clients.openWindow(page);
}
