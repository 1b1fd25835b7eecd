// @ts-check
// The page's service worker: it is the lab server (lab.js), and it keeps the page's files for a reader without network.
//
// A version is one index.html and the digests of its files: those that its elements have, and those of the list of all files
// that it names (tools/digests.mjs writes both). A file is kept, and a kept one is given, only if it has its digest.
//
//   file                         kept                                    asked for
//   named in index.html          with the version                        the kept one first, if its name holds a hash
//   named by the page's program  when the page says so: { keep: [...] }  the host first
//   below python/                once the page has fetched it            the kept one first
//   any other of the list        once the page has fetched it            the host first
//
// A new version takes the old one's place when all its named files are here. It keeps what the old one kept, as far as it has
// such files; of python/ all files or none, since they work only together. A file that has not changed is not fetched again.
//
// Messages from the page: "claim", "is there a new version?", { keep: [address, ...] }. To the page: { files: [address, ...] },
// the files of a version that has just been kept.
importScripts("lab.js");

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = worker.registration.scope;
const lab = new URL("api/", scope).href;
const python = new URL("python/", scope).href;
const ours = `loopscope ${new URL(scope).pathname} `;
const hashed = /-[0-9a-f]{12,}(_bg)?\.\w+$/;

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  // A browser that keeps nothing, in a private window for instance, still has the lab.
  event.waitUntil(keep().catch(() => {}));
});

worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("message", (event) => {
  const { data } = event;
  // A page that was reloaded past the worker wants it back.
  if (data === "claim") event.waitUntil(worker.clients.claim());
  if (data === "is there a new version?") event.waitUntil(keep().catch(() => {}));
  if (Array.isArray(data?.keep)) event.waitUntil(inTurn(() => keepToo(data.keep)).catch(() => {}));
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
  // A file of another version than the kept one.
  if (!digest) return fetch(event.request);
  const copy = await kept(version, url);
  if (copy) return copy;
  // Python's files are large, so the page gets them as they come, and counts them.
  const response = hashed.test(url) ? await fetched(url, digest) : await fetch(event.request, { cache: "no-cache" });
  if (response.ok) event.waitUntil(remember(event.request, url, response.clone()).catch(() => {}));
  return response;
}

async function hostFirst(event, url) {
  const { request } = event;
  try {
    // An answer without the digest that an element demands is an error here, too.
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

/** Whether this is for a tab: a host may answer every path with its index.html, and then so do we. */
function isTab({ destination }) {
  return destination === "document";
}

/** Whether this asks for the page itself: the frame for another host (network.js) navigates, too. */
function isIndex(request) {
  const address = addressOf(request);
  return request.mode === "navigate" && (address === scope || address === `${scope}index.html`);
}

/** The kept copy of a file. One that is damaged is dropped. */
async function kept({ name, cache, digests }, url) {
  const copy = await cache.match(url);
  if (!copy) return undefined;
  const bytes = await copy.arrayBuffer();
  const right = url === scope ? name === (await nameOf(bytes)) : await hasDigest(bytes, digests.get(url));
  if (right) return new Response(bytes, copy);
  await cache.delete(url);
  return undefined;
}

/** The file with this digest. What a browser or a proxy has in its place may be wrong, so the second try goes past them. */
async function fetched(url, digest) {
  /** @type {RequestCache[]} */
  const ways = [hashed.test(url) ? "default" : "no-cache", "reload"];
  for (const cache of ways) {
    const response = await fetch(url, { cache });
    const bytes = await response.arrayBuffer();
    if (response.ok && (await hasDigest(bytes, digest))) return new Response(bytes, response);
  }
  throw new TypeError(`${url} is not the file of this version`);
}

// Versions

let last = Promise.resolve();
/** Does one job after the other: two that keep a version at once would take files from each other. */
function inTurn(job) {
  last = last.catch(() => {}).then(job);
  return last;
}

/** The kept version, if there is one. What its name does not fit is none. */
async function current() {
  const name = (await caches.keys()).find((name) => name.startsWith(ours));
  if (!name) return undefined;
  const cache = await caches.open(name);
  if (known?.name !== name) {
    const bytes = await (await cache.match(scope))?.arrayBuffer();
    if (!bytes || (await nameOf(bytes)) !== name) {
      await caches.delete(name);
      return undefined;
    }
    known = { name, ...(await read(new TextDecoder().decode(bytes), (list) => cache.match(list))) };
  }
  return { ...known, cache };
}
let known;

/** The files that an index.html names, and the digests of all files of its version. `get` brings the list of them. */
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

/** The addresses that an index.html names within the scope, each with its digest or undefined. */
function namedIn(text) {
  const named = new Map();
  for (const [tag] of text.matchAll(/<(?:link|script)\b[^>]*>/g)) {
    const value = (attribute) => tag.match(new RegExp(`\\s${attribute}="([^"]*)"`))?.[1];
    const own = value("src") ?? value("href");
    for (const name of [own, value("data-js"), value("data-wasm")]) {
      if (!name) continue;
      const url = new URL(name, scope).href;
      const digest = name === own ? value("integrity") : undefined;
      if (url.startsWith(scope) && url !== scope) named.set(url, named.get(url) ?? digest);
    }
  }
  return named;
}

/** Whether this is an index.html of ours, and whole: a host under maintenance may answer with status 200, too. */
function isVersion(text, { files, digests }) {
  const whole = /<script\b[^>]*\sdata-wasm="/.test(text) && /<\/html>\s*$/.test(text);
  return whole && files.every((file) => digests.get(file));
}

// Keeping

/** Keeps one file beside the others of its version; a new index.html is a new version. The program opens no file in a tab. */
async function remember(request, url, response) {
  if (isIndex(request)) return keep(response);
  if (isTab(request)) return undefined;
  const version = await current();
  const digest = version?.digests.get(url);
  const bytes = await response.arrayBuffer();
  if (digest && (await hasDigest(bytes, digest))) await version.cache.put(url, new Response(bytes, response));
  return undefined;
}

/** Keeps the version of this index.html, or the host's, and lets go of the one before. */
function keep(response) {
  return inTurn(async () => {
    const index = response ?? (await fetch(scope, { cache: "no-cache" }));
    const bytes = await index.arrayBuffer();
    const name = await nameOf(bytes);
    const before = await current();
    if (!index.ok || before?.name === name) return;
    const text = new TextDecoder().decode(bytes);
    const next = { name, index: new Response(bytes, index), ...(await read(text, fetched)) };
    if (!isVersion(text, next)) return;
    const others = await othersOf(before, next);
    await replace(before, next, others);
    for (const client of await worker.clients.matchAll()) client.postMessage({ files: next.files });
    // Nobody waits for those that have changed.
    await keepToo(others);
  });
}

/** What a version has besides the files that the next one names, as far as that has it too; of python/ all that it has. */
async function othersOf(before, { files, digests }) {
  const had = before ? (await before.cache.keys()).map(({ url }) => url) : [];
  const hadPython = had.some((url) => url.startsWith(python));
  return [...digests.keys()].filter((url) => !files.includes(url) && (had.includes(url) || (hadPython && url.startsWith(python))));
}

/** Puts a version in the other's place: whole, and without a moment in which there is none. */
async function replace(before, { name, index, files, digests }, others) {
  const isUnchanged = (url) => before?.digests.get(url) === digests.get(url);
  const next = await caches.open(`new ${name}`);
  const take = async (url) => {
    const copy = isUnchanged(url) ? await kept(before, url) : undefined;
    await next.put(url, copy ?? (await fetched(url, digests.get(url))));
  };
  try {
    // Each is read as it comes: an answer that nobody reads keeps its connection, and there are few.
    await Promise.all(files.map(take));
    await next.put(scope, index);
    await Promise.allSettled(others.filter(isUnchanged).map(take));
    const to = await caches.open(name);
    for (const request of await next.keys()) await to.put(request, /** @type {Response} */ (await next.match(request)));
  } finally {
    await caches.delete(`new ${name}`);
  }
  if (before) await caches.delete(before.name);
}

/** Keeps files beside the version's own, one after the other, since nobody waits for them. */
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

/** Whether these bytes have the digest of an `integrity` attribute. */
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
