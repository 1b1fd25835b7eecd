// @ts-check
// The page's service worker. It is the lab server (lab.js), and it caches the page's files for a reader without a network.
//
// A version is an index.html with the digests of its files: those in its elements, and those in the list of all files that it names
// (tools/digests.mjs writes both). A file is cached, and served from the cache, only if its digest is right.
//
//   file                         cached                                  served
//   named in index.html          with the version                        from the cache first, if its name contains a hash
//   named by the page's program  when the page asks: { keep: [...] }     from the host first
//   below python/                once the page has fetched it            from the cache first
//   any other of the list        once the page has fetched it            from the host first
//
// A new version replaces the old one when all its named files are cached. It keeps the other cached files that it has too; of
// python/ all files or none, since they work only together. An unchanged file is not fetched again.
//
// Messages from the page: "claim", "is there a new version?", { keep: [address, ...] }. To the page: { files: [address, ...] }, the
// files of a newly cached version.
importScripts("lab.js");

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const lab = new URL("api/", scope).href;
const python = new URL("python/", scope).href;
const ours = `loopscope ${new URL(scope).pathname} `;
const hashed = /-[0-9a-f]{12,}(_bg)?\.\w+$/;

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  // Ignores a failure: a browser without a cache, as in some private windows, still has the lab server.
  event.waitUntil(keep().catch(() => {}));
});

worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  const { data } = event;
  // A page that was reloaded past the worker asks the worker to control it again.
  if (data === "claim") event.waitUntil(worker.clients.claim());
  if (data === "is there a new version?") event.waitUntil(keep().catch(() => {}));
  if (Array.isArray(data?.keep)) event.waitUntil(keepAll(data.keep).catch(() => {}));
});

worker.addEventListener("fetch", (event) => {
  const url = addressOf(event.request);
  if (url.startsWith(lab)) {
    event.respondWith(self.loopscopeLab.answer(event.request, lab));
  } else if (url.startsWith(scope) && event.request.method === "GET") {
    const stays = hashed.test(url) || url.startsWith(python);
    event.respondWith(stays && !isTab(event.request) ? keptFirst(event, url) : hostFirst(event, url));
  }
});

// Answers

async function keptFirst(event, url) {
  const version = await current();
  const digest = version?.digests.get(url);
  // The file belongs to another version than the cached one.
  if (!digest) return fetch(event.request);
  const copy = await kept(version, url);
  if (copy) return copy;
  // Python's files are large. The page gets them in parts, and counts the bytes.
  const response = hashed.test(url) ? await fetched(url, digest) : await fetch(event.request, { cache: "no-cache" });
  if (response.ok) event.waitUntil(remember(event.request, url, response.clone()).catch(() => {}));
  return response;
}

async function hostFirst(event, url) {
  const { request } = event;
  try {
    // If an element has an `integrity`, the browser reports an answer with another digest as an error here.
    const response = await fetch(request);
    if (response.ok && response.type === "basic") event.waitUntil(remember(request, url, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    const version = await current();
    const copy = version && ((await kept(version, url)) ?? (isTab(request) || isIndex(request) ? await kept(version, scope) : undefined));
    if (copy) return copy;
    throw error;
  }
}

function addressOf({ url }) {
  return url.split(/[?#]/)[0];
}

/** Whether the request is for a tab. A host may answer every path with its index.html, and then the worker does too. */
function isTab({ destination }) {
  return destination === "document";
}

/** Whether the request is for the page itself. The frame for another host (network.js) navigates too. */
function isIndex(request) {
  const address = addressOf(request);
  return request.mode === "navigate" && (address === scope || address === `${scope}index.html`);
}

/** The cached copy of a file. A damaged copy is deleted. */
async function kept({ name, cache, digests }, url) {
  const copy = await cache.match(url);
  if (!copy) return undefined;
  const bytes = await copy.arrayBuffer();
  const right = url === scope ? name === (await nameOf(bytes)) : await hasDigest(bytes, digests.get(url));
  if (right) return new Response(bytes, copy);
  await cache.delete(url);
  return undefined;
}

/**
 * Fetches the file with this digest. The first try may be cut off, or a cache or a proxy may answer with another file, so the
 * second one bypasses them.
 */
async function fetched(url, digest) {
  const wanted = async (/** @type {RequestCache} */ cache) => {
    const response = await fetch(url, { cache });
    const bytes = await response.arrayBuffer();
    if (!response.ok || !(await hasDigest(bytes, digest))) throw new TypeError(`${url} is not the file of this version`);
    return new Response(bytes, response);
  };
  return wanted(hashed.test(url) ? "default" : "no-cache").catch(() => wanted("reload"));
}

// Versions

let last = Promise.resolve();
/** Runs jobs one after the other: two that cache a version at once would delete each other's files. */
function inTurn(job) {
  last = last.catch(() => {}).then(job);
  return last;
}

/** The cached version, if any. A cache whose index.html is damaged is deleted; one without it is still being filled. */
async function current() {
  const name = (await caches.keys()).find((name) => name.startsWith(ours));
  if (!name) return undefined;
  const cache = await caches.open(name);
  if (known?.name !== name) {
    const bytes = await (await cache.match(scope))?.arrayBuffer();
    if (!bytes) return undefined;
    if ((await nameOf(bytes)) !== name) {
      await caches.delete(name);
      return undefined;
    }
    known = { name, ...(await read(new TextDecoder().decode(bytes), (list) => cache.match(list))) };
  }
  return { ...known, cache };
}
let known;

/** The files that an index.html names, and the digests of all files of its version. `get` fetches the list of digests. */
async function read(text, get) {
  const named = namedIn(text);
  const files = [...named.keys()];
  const digests = new Map(named);
  const list = files.find((file) => /\/files-[0-9a-f]+\.json$/.test(file));
  const response = list && (await get(list, named.get(list)));
  const bytes = response && (await response.arrayBuffer());
  if (bytes && (await hasDigest(bytes, named.get(list)))) {
    for (const [path, digest] of Object.entries(JSON.parse(new TextDecoder().decode(bytes)))) {
      const url = new URL(path, scope).href;
      if (!digests.get(url)) digests.set(url, digest);
    }
  }
  return { files, digests };
}

/** The addresses that an index.html names, within the scope, each with its digest or undefined. */
function namedIn(text) {
  const named = new Map();
  for (const [tag] of text.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const value = (attribute) => tag.match(new RegExp(`\\s${attribute}="([^"]*)"`))?.[1];
    const own = value("src") ?? value("href");
    const parts = [...tag.matchAll(/\sdata-part-[\w-]+="([^"]*)"/g)].flatMap(([, names]) => names.split(" "));
    for (const name of [own, value("data-js"), value("data-wasm"), ...parts]) {
      if (!name) continue;
      const url = new URL(name, scope).href;
      const digest = name === own ? value("integrity") : undefined;
      if (url.startsWith(scope) && url !== scope) named.set(url, named.get(url) ?? digest);
    }
  }
  return named;
}

/** Whether this is a complete index.html of the page: a host may answer with a maintenance page and status 200. */
function isVersion(text, { files, digests }) {
  const whole = /<script\b[^>]*\sdata-wasm="/.test(text) && /<\/html>\s*$/.test(text);
  return whole && files.every((file) => digests.get(file));
}

// Keeping

/** Caches a file of the present version. A new index.html is a new version. The program opens no file in a tab. */
async function remember(request, url, response) {
  if (isIndex(request)) return keep(response);
  if (isTab(request)) return undefined;
  const version = await current();
  const digest = version?.digests.get(url);
  const bytes = await response.arrayBuffer();
  if (digest && (await hasDigest(bytes, digest))) await version.cache.put(url, new Response(bytes, response));
  return undefined;
}

/** Caches the version of this index.html, or of the host's, and deletes the previous version. */
function keep(response) {
  return inTurn(async () => {
    const index = response ?? (await fetch(scope, { cache: "no-cache" }));
    const bytes = await index.arrayBuffer();
    const name = await nameOf(bytes);
    const before = await current();
    if (!index.ok) return;
    // A worker of an earlier version may have cached this index.html without all files that it names.
    if (before?.name === name) return keepToo(before.files);
    const text = new TextDecoder().decode(bytes);
    const next = { name, index: new Response(bytes, index), ...(await read(text, fetched)) };
    if (!isVersion(text, next)) return;
    const others = await othersOf(before, next);
    await replace(before, next, others);
    for (const client of await worker.clients.matchAll()) client.postMessage({ files: next.files });
    // No request waits for the changed files, so they are fetched last.
    await keepToo(others);
  });
}

/** The cached files of a version that the next one does not name but has too; of python/ all of them. */
async function othersOf(before, { files, digests }) {
  const had = before ? (await before.cache.keys()).map(({ url }) => url) : [];
  const hadPython = had.some((url) => url.startsWith(python));
  return [...digests.keys()].filter((url) => !files.includes(url) && (had.includes(url) || (hadPython && url.startsWith(python))));
}

/** Replaces a version by another one: as a whole, so that there is a complete version at every time. */
async function replace(before, { name, index, files, digests }, others) {
  const isUnchanged = (url) => before?.digests.get(url) === digests.get(url);
  const next = await caches.open(`new ${name}`);
  const take = async (url) => {
    const copy = isUnchanged(url) ? await kept(before, url) : undefined;
    await next.put(url, copy ?? (await fetched(url, digests.get(url))));
  };
  try {
    // Each answer is read at once: an unread one occupies a connection, and there are few.
    await Promise.all(files.map(take));
    await next.put(scope, index);
    await Promise.allSettled(others.filter(isUnchanged).map(take));
    const to = await caches.open(name);
    for (const request of await next.keys()) await to.put(request, /** @type {Response} */ (await next.match(request)));
  } finally {
    await caches.delete(`new ${name}`);
  }
  // Another cache may be an incomplete version from before the browser was closed.
  const old = (await caches.keys()).filter((other) => other.startsWith(ours) && other !== name);
  await Promise.all(old.map((other) => caches.delete(other)));
}

/** Caches files that the page asks for. Caches the version itself first, if the host did not answer at the installation. */
async function keepAll(files) {
  if (!(await current())) await keep();
  await inTurn(() => keepToo(files));
}

/** Caches further files of the version, one after the other, since no request waits for them. */
async function keepToo(files) {
  const version = await current();
  for (const url of files) {
    const digest = version?.digests.get(url);
    if (digest && !(await version.cache.match(url))) await keepOne(version, url, digest).catch(() => {});
  }
}

async function keepOne({ cache }, url, digest) {
  await cache.put(url, await fetched(url, digest));
}

// Digests

/** Whether the bytes have this digest, written as in an `integrity` attribute. */
async function hasDigest(bytes, integrity) {
  const [, kind, wanted] = integrity?.match(/^(sha256|sha384|sha512)-(\S+)$/) ?? [];
  if (!kind) return false;
  const digest = new Uint8Array(await crypto.subtle.digest(kind.replace("sha", "SHA-"), bytes));
  return btoa(String.fromCharCode(...digest)) === wanted;
}

/** The name of the version with this index.html. */
async function nameOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return ours + [...digest.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
