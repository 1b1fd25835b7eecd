// The page's service worker: it is the lab server (lab.js), and it keeps the page's files for a reader without network.
//
// A file whose name holds a hash never changes, so the kept copy is as good as the host's. Every other file is asked of
// the host first, and the kept copy is for when there is no answer. What is kept belongs together: it is all that one
// index.html names and what the program may ask for later, under a version that is the digest of that index.html.
importScripts("lab.js");

const scope = self.registration.scope;
const lab = new URL("api/", scope).href;
const ours = `loopscope ${new URL(scope).pathname} `;
const hashed = /-[0-9a-f]{12,}(_bg)?\.\w+$/;

self.addEventListener("install", (event) => {
  self.skipWaiting();
  // A browser that keeps nothing, in a private window for instance, still has the lab.
  event.waitUntil(keep().catch(() => {}));
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  // A page that was reloaded past the worker wants it back.
  if (event.data === "claim") event.waitUntil(self.clients.claim());
  if (event.data.keep) event.waitUntil(keepToo(event.data.keep).catch(() => {}));
  if (event.data === "is there a new version?") event.waitUntil(keep().catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (url.startsWith(lab)) {
    event.respondWith(self.loopscopeLab.answer(event.request, lab));
  } else if (url.startsWith(scope) && event.request.method === "GET") {
    event.respondWith(hashed.test(url) ? keptFirst(event.request) : hostFirst(event));
  }
});

async function keptFirst(request) {
  return (await kept(request)) ?? fetch(request);
}

async function hostFirst(event) {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.ok && response.type === "basic") event.waitUntil(remember(request, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    const copy = (await kept(request)) ?? (isIndex(request) || isTab(request) ? await kept(scope) : undefined);
    if (copy) return copy;
    throw error;
  }
}

/** Whether this is for a tab: a host may answer every path with its index.html, and then so do we. */
function isTab({ destination }) {
  return destination === "document";
}

/** Whether this asks for the page itself: the frame for another host (network.js) navigates, too. */
function isIndex({ mode, url }) {
  const [address] = url.split(/[?#]/);
  return mode === "navigate" && (address === scope || address === `${scope}index.html`);
}

async function kept(request) {
  const name = await version();
  return name && (await caches.open(name)).match(request, { ignoreSearch: true });
}

/** The name of what is kept, if anything is. */
async function version() {
  return (await caches.keys()).find((name) => name.startsWith(ours));
}

/** Keeps one file beside the others of its version; a new index.html is a new version. The program opens no file in a tab. */
async function remember(request, response) {
  if (isIndex(request)) return keep(response);
  if (isTab(request)) return;
  const name = await version();
  if (name) await (await caches.open(name)).put(request, response);
}

/** Keeps everything that the host's index.html names, and lets go of what was kept before. */
async function keep(response) {
  const index = response ?? (await fetch(scope, { cache: "no-cache" }));
  const text = await index.clone().text();
  const name = ours + (await digest(text));
  const before = await version();
  if (!index.ok || before === name) return;
  const files = filesOf(text);
  const others = await othersOf(before, files);
  const cache = await caches.open(`new ${name}`);
  try {
    // Each is read as it comes: an answer that nobody reads keeps its connection, and there are few.
    await Promise.all(files.map((file) => keepOne(cache, file)));
  } catch (error) {
    // A version is whole or it is not there.
    await caches.delete(`new ${name}`);
    throw error;
  }
  await cache.put(scope, index);
  // What the program asked for; the new one may lack some of it.
  await Promise.allSettled(others.map((file) => keepOne(cache, file)));
  await replace(before, name);
  for (const client of await self.clients.matchAll()) client.postMessage({ files });
}

/** Keeps files that the page's program may ask for later, one after the other, since nobody waits for them. */
async function keepToo(files) {
  const name = await version();
  if (!name) return;
  const cache = await caches.open(name);
  for (const file of files) {
    if (file.startsWith(scope) && !(await cache.match(file))) await keepOne(cache, file);
  }
}

/** What this version has besides the files that a new one names, as far as a new one can have it. */
async function othersOf(version, files) {
  const requests = version ? await (await caches.open(version)).keys() : [];
  return requests.map(({ url }) => url).filter((url) => url !== scope && !files.includes(url) && !hashed.test(url));
}

async function keepOne(cache, file) {
  const response = await fetch(file, { cache: hashed.test(file) ? "default" : "no-cache" });
  if (!response.ok) throw new TypeError(`${file}: ${response.status}`);
  await cache.put(file, response);
}

/** Gives the new version its name and drops the old one, so that there is never a moment without any. */
async function replace(before, name) {
  const [from, to] = [await caches.open(`new ${name}`), await caches.open(name)];
  for (const request of await from.keys()) await to.put(request, await from.match(request));
  await caches.delete(`new ${name}`);
  if (before) await caches.delete(before);
}

/** The files that an index.html names, as addresses within the scope. */
function filesOf(text) {
  const named = [...text.matchAll(/(?:href|src|data-js|data-rest|data-wasm)="([^"#]+)"/g)].map(([, name]) => new URL(name, scope).href);
  return [...new Set(named)].filter((file) => file.startsWith(scope) && file !== scope);
}

async function digest(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
