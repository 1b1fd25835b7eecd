// What the service worker caches and serves: static/sw.js in a simulated scope, with a host whose answers can change.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import { scope, worker } from "./worker.mjs";

const digest = (kind, text) => `${kind}-${createHash(kind).update(text).digest("base64")}`;

/**
 * The files of a version: a style sheet and two parts of the program with a hash in their names, a file with a plain name, and files that
 * only the list names.
 */
function version({ css, hash, others }) {
  const parts = { [`part-${hash}.wasm`]: `part of ${css}`, [`part-two-${hash}.wasm`]: `second part of ${css}` };
  const named = { [`a-${hash}.css`]: css, ...parts, "boot.js": `boot of ${css}` };
  const all = { ...named, ...others };
  const list = JSON.stringify(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, digest("sha256", text)])));
  const listed = `files-${createHash("sha256").update(list).digest("hex").slice(0, 16)}.json`;
  const index = `<link href="./a-${hash}.css" integrity="${digest("sha384", css)}"><script src="boot.js"></script>
    <link rel="loopscope-files" href="./${listed}" integrity="${digest("sha384", list)}" /><a href="#top"></a>
    <script src="boot.js" data-part-lab="./part-${hash}.wasm" data-part-program-one="./part-${hash}.wasm ./part-two-${hash}.wasm" data-js="./a-${hash}.css"
      data-wasm="./a-${hash}.css"></script></html>`;
  return { "": index, ...all, [listed]: list };
}

const guide = { "guide.md": "guide" };
const python = { "python/core.js": "core one", "python/lib.zip": "lib" };
const one = version({ css: "one", hash: "0123456789abcdef", others: { ...guide, ...python, "cpython/gather.txt": "# CPython" } });
const two = version({ css: "two", hash: "fedcba9876543210", others: { ...guide, ...python, "python/core.js": "core two" } });
const css = "a-0123456789abcdef.css";
const portal = "<!doctype html><title>Log in to this network</title></html>";

/** A simulated host behind an installed worker. Its files can change; it can be offline (`gone`); its first `fails` answers fail. */
async function installed(files = one, fails = 0) {
  const host = { files: { ...files }, gone: false, fails, asked: [], told: [] };
  const caches = fakeCaches();
  const fetch = async (request) => {
    const url = (request.url ?? request).split("?")[0];
    host.asked.push(url.slice(scope.length));
    if (host.gone || host.fails-- > 0) throw new TypeError("Failed to fetch");
    const text = host.files[url.slice(scope.length)];
    const response = new Response(text ?? "not found", { status: text === undefined ? 404 : 200 });
    return Object.defineProperty(response, "type", { value: "basic" });
  };
  const clients = { claim: async () => (host.claimed = true), matchAll: async () => [{ postMessage: (it) => host.told.push(it) }] };
  const { listeners } = worker(["sw.js"], { caches, fetch, clients, skipWaiting: () => {} });

  const fire = async (name, event) => {
    const waits = [];
    let response;
    listeners[name]({ ...event, waitUntil: (it) => waits.push(it), respondWith: (it) => (response = it) });
    const answer = await response;
    await Promise.all(waits);
    return answer;
  };
  const ask = (path, mode = "cors") =>
    fire("fetch", { request: { url: new URL(path, scope).href, method: "GET", mode } });
  const text = async (path, mode) => (await ask(path, mode)).text();
  const look = () => fire("message", { data: "is there a new version?" });
  const kept = () => [...([...caches.all.values()][0]?.keys() ?? [])].map((url) => url.slice(scope.length)).sort();
  const spoil = (path, text) => [...caches.all.values()][0].set(scope + path, text);
  await fire("install", {});
  host.asked.length = 0;
  host.told.length = 0;
  return { host, caches, fire, ask, text, look, kept, spoil };
}

function fakeCaches() {
  const all = new Map();
  const key = (request) => (request.url ?? request).split("?")[0];
  const open = async (name) => {
    if (!all.has(name)) all.set(name, new Map());
    const held = all.get(name);
    return {
      put: async (request, response) => void held.set(key(request), await response.text()),
      match: async (request) => (held.has(key(request)) ? new Response(held.get(key(request))) : undefined),
      keys: async () => [...held.keys()].map((url) => ({ url })),
      delete: async (request) => held.delete(key(request)),
    };
  };
  return { open, keys: async () => [...all.keys()], delete: async (name) => all.delete(name), all };
}

const namedIn = (files) => Object.keys(files).filter((name) => /^$|css|boot|files-|part-/.test(name)).sort();

describe("a version", () => {
  test("is cached when the worker is installed, and the worker takes control of the page", async () => {
    const { host, caches, fire, kept } = await installed();
    await fire("activate", {});
    assert.ok(host.claimed);
    assert.match([...caches.all.keys()].join(), /^loopscope \/sub\/ [0-9a-f]{16}$/);
    assert.deepEqual(kept(), namedIn(one));
  });

  test("is served without the host; a file that was never cached is an error", async () => {
    const { host, ask, text } = await installed();
    host.gone = true;
    assert.equal(await text("?x=1", "navigate"), one[""]);
    assert.equal(await text("boot.js"), "boot of one");
    assert.equal(await text(css), "one");
    await assert.rejects(ask("cpython/gather.txt"), { name: "TypeError" });
  });

  test("is fetched from the host first, except for files with a hash in their names", async () => {
    const { host, text } = await installed();
    host.files["boot.js"] = "boot of another";
    assert.equal(await text("boot.js"), "boot of another");
    assert.equal(await text(css), "one");
    assert.deepEqual(host.asked, ["boot.js"]);
  });

  test("is replaced as a whole by a new one, and the pages get a message", async () => {
    const { host, caches, text, look, kept } = await installed();
    const [before] = caches.all.keys();
    host.files = { ...two };
    await look();
    assert.equal(caches.all.size, 1);
    assert.ok(!caches.all.has(before));
    assert.deepEqual(kept(), namedIn(two));
    const told = host.told.flatMap(({ files }) => [...files]).map((url) => url.slice(scope.length));
    assert.deepEqual(told.sort(), namedIn(two).filter((name) => name !== ""));
    host.gone = true;
    assert.equal(await text("", "navigate"), two[""]);
  });

  test("is also replaced when the page is opened", async () => {
    const { host, text, kept } = await installed();
    host.files = { ...two };
    assert.equal(await text("", "navigate"), two[""]);
    assert.deepEqual(kept(), namedIn(two));
  });

  test("stays if a file of the new one is missing", async () => {
    const { host, caches, look } = await installed();
    const [before] = caches.all.keys();
    host.files = { ...two, "a-fedcba9876543210.css": undefined };
    await look();
    assert.deepEqual([...caches.all.keys()], [before]);
  });
});

describe("a wrong answer with status 200", () => {
  test("for a file is not cached, and the version is cached when the right file arrives", async () => {
    const { host, look, kept } = await installed({ ...one, [css]: portal });
    assert.deepEqual(kept(), []);
    host.files[css] = "one";
    await look();
    assert.deepEqual(kept(), namedIn(one));
  });

  test("for the index is shown but not cached: a maintenance page, half an index, an index without digests", async () => {
    for (const wrong of [portal, two[""].slice(0, -30), two[""].replace(/(files-\S+) integrity="[^"]*"/, "$1")]) {
      const { host, caches, text } = await installed();
      const [before] = caches.all.keys();
      host.files = { ...two, "": wrong };
      assert.equal(await text("", "navigate"), wrong);
      assert.deepEqual([...caches.all.keys()], [before], wrong);
      host.gone = true;
      assert.equal(await text("", "navigate"), one[""]);
    }
  });

  test("for a file that is cached on demand is not cached", async () => {
    const { host, fire, text, kept } = await installed();
    host.files["cpython/gather.txt"] = host.files["guide.md"] = portal;
    await text("cpython/gather.txt");
    await fire("message", { data: { keep: [`${scope}guide.md`] } });
    assert.deepEqual(kept(), namedIn(one));
  });
});

describe("a first version", () => {
  test("is complete even if the page asks for files while it is being cached", async () => {
    const { host, caches, text, look, kept } = await installed(two);
    const { open } = caches;
    // The page asks for a file after each file that is cached.
    caches.open = async (name) => {
      const cache = await open(name);
      const put = async (...what) => {
        await cache.put(...what);
        await text(css);
      };
      return { ...cache, put };
    };
    caches.all.clear();
    host.files = { ...one };
    await look();
    assert.deepEqual(kept(), namedIn(one));
  });

  test("that lacks files is completed when the page is opened", async () => {
    const { caches, host, text, kept } = await installed();
    const part = "part-two-0123456789abcdef.wasm";
    [...caches.all.values()][0].delete(scope + part);
    assert.equal(await text("", "navigate"), one[""]);
    assert.deepEqual(kept(), namedIn(one));
    assert.deepEqual(host.asked, ["", part]);
  });

  test("replaces one that remained incomplete", async () => {
    const { caches, look, kept } = await installed();
    const [name] = caches.all.keys();
    caches.all.clear();
    await caches.open(`${name.slice(0, -16)}${"0".repeat(16)}`);
    await look();
    assert.deepEqual([...caches.all.keys()], [name]);
    assert.deepEqual(kept(), namedIn(one));
  });
});

describe("a damaged file in the cache", () => {
  test("is fetched again, and cached", async () => {
    const { host, text, spoil } = await installed();
    spoil(css, portal);
    assert.equal(await text(css), "one");
    host.gone = true;
    assert.equal(await text(css), "one");
  });

  test("is not served without the host", async () => {
    const { host, ask, spoil } = await installed();
    spoil(css, portal);
    spoil("boot.js", portal);
    host.gone = true;
    await assert.rejects(ask(css), { name: "TypeError" });
    await assert.rejects(ask("boot.js"), { name: "TypeError" });
  });

  test("that is the index is replaced by the host's version", async () => {
    const { text, kept, spoil } = await installed();
    spoil("", portal);
    assert.equal(await text("", "navigate"), one[""]);
    assert.deepEqual(kept(), namedIn(one));
  });
});

describe("files that are cached on demand", () => {
  test("a recording that the page has fetched is served without the host", async () => {
    const { host, text } = await installed();
    await text("cpython/gather.txt");
    host.gone = true;
    assert.equal(await text("cpython/gather.txt"), "# CPython");
  });

  test("a file whose first fetch fails is fetched once more", async () => {
    const { host, fire, kept } = await installed();
    host.fails = 1;
    await fire("message", { data: { keep: [`${scope}guide.md`] } });
    assert.deepEqual(kept(), [...namedIn(one), "guide.md"].sort());
  });

  test("the version is cached with them if the host did not answer at the installation", async () => {
    const { host, fire, text, kept } = await installed(one, 1);
    assert.deepEqual(kept(), []);
    await fire("message", { data: { keep: [`${scope}guide.md`] } });
    assert.deepEqual(kept(), [...namedIn(one), "guide.md"].sort());
    host.gone = true;
    assert.equal(await text("guide.md"), "guide");
  });

  test("a new version has them too; unchanged files are not fetched again", async () => {
    const { host, fire, text, look, kept } = await installed();
    await text("cpython/gather.txt");
    await fire("message", { data: { keep: [`${scope}guide.md`] } });
    host.files = { ...two };
    host.asked.length = 0;
    await look();
    assert.deepEqual(kept(), [...namedIn(two), "guide.md"].sort(), "the new version has no recording");
    assert.ok(!host.asked.includes("guide.md"));
  });

  test("each of Python's files is fetched once, and a new version fetches all of them", async () => {
    const { host, text, look, kept } = await installed();
    assert.ok(!kept().some((name) => name.startsWith("python/")), "Python's files are not cached before they are requested");
    assert.equal(await text("python/core.js"), "core one");
    assert.equal(await text("python/core.js"), "core one");
    assert.deepEqual(host.asked, ["python/core.js"]);
    host.files = { ...two };
    await look();
    host.gone = true;
    assert.equal(await text("python/core.js"), "core two");
    assert.equal(await text("python/lib.zip"), "lib");
  });
});

describe("the worker", () => {
  test("answers requests below api/ itself, and does not handle other hosts and folders", async () => {
    const { host, ask } = await installed();
    host.gone = true;
    assert.equal((await ask("api/status/418")).status, 418);
    assert.equal(await ask("https://elsewhere.example/x"), undefined);
    assert.equal(await ask("../other/x"), undefined);
  });

  test("takes control of a page again on its request", async () => {
    const { host, fire } = await installed();
    await fire("message", { data: "claim" });
    assert.ok(host.claimed);
  });

  test("ignores unknown messages", async () => {
    const { fire, kept } = await installed();
    for (const data of [null, undefined, 7, "?", {}, { keep: null }, { keep: 3 }, { keep: [null, 1, {}, "::", "https://elsewhere.example/"] }]) {
      await fire("message", { data });
    }
    assert.deepEqual(kept(), namedIn(one));
  });
});
