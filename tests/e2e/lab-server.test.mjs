// Every route of the lab server: static/lab.js in a simulated worker scope.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { base, worker } from "./worker.mjs";

const { loopscopeLab: lab } = worker(["lab.js"]).scope;
const get = (path, options) => lab.answer(new Request(base + path, options), base);
const fresh = (more) => {
  const { loopscopeLab } = worker(["lab.js"], more).scope;
  return (path) => loopscopeLab.answer(new Request(base + path), base);
};

describe("the lab server answers", () => {
  test("status/{code} with that status, and without a body if the status forbids one", async () => {
    for (const code of [200, 204, 205, 301, 304, 404, 418, 500, 503, 599]) {
      const response = await get(`status/${code}`);
      assert.equal(response.status, code);
      const empty = [204, 205, 304].includes(code);
      assert.equal(await response.text(), empty ? "" : JSON.stringify({ status: code }));
    }
  });

  for (const bad of ["status/199", "status/600", "status/", "status", "status/2e2", "status/-1", "status/200.0"]) {
    test(`${bad} with 400`, async () => assert.equal((await get(bad)).status, 400));
  }

  test("delay/{seconds} after that time", async () => {
    const began = performance.now();
    const response = await get("delay/0.2");
    assert.ok(performance.now() - began >= 199, "not before");
    assert.deepEqual(await response.json(), { waited: 0.2 });
  });

  test("no delay above 30 seconds, and none that is not a number", async () => {
    for (const bad of ["delay/31", "delay/-1", "delay/soon", "delay/", "delay/1e1"]) {
      assert.equal((await get(bad)).status, 400, bad);
    }
  });

  test("no request that was aborted", async () => {
    const controller = new AbortController();
    const pending = get("delay/5", { signal: controller.signal });
    controller.abort();
    await assert.rejects(pending, { name: "AbortError" });
    await assert.rejects(get("delay/5", { signal: AbortSignal.abort() }), { name: "AbortError" });
  });

  test("json, users, posts and albums with documents, and 404 beyond a hundred", async () => {
    assert.equal((await (await get("json")).json()).server, "loopscope lab");
    assert.deepEqual(await (await get("users/3")).json(), { id: 3, login: "user-3", posts: [3, 13] });
    assert.deepEqual(await (await get("posts/11")).json(), { id: 11, user: 1, title: "post 11 of user-1" });
    assert.deepEqual(await (await get("albums/100")).json(), { id: 100, user: 10, title: "album 100 of user-10" });
    for (const beyond of ["users/0", "users/101", "posts/x", "albums"]) {
      assert.equal((await get(beyond)).status, 404, beyond);
    }
  });

  test("users, posts and albums with the delay and status in the address", async () => {
    const began = performance.now();
    assert.equal((await (await get("users/3?delay=0.2")).json()).id, 3);
    assert.ok(performance.now() - began >= 190, "later");
    assert.deepEqual([(await get("posts/1?status=503")).status, (await get("albums/1?status=201")).status], [503, 201]);
    for (const bad of ["users/1?delay=31", "users/1?delay=soon", "users/1?status=99", "users/1?status=ok"]) {
      assert.equal((await get(bad)).status, 400, bad);
    }
    const controller = new AbortController();
    const pending = get("users/1?delay=5", { signal: controller.signal });
    controller.abort();
    await assert.rejects(pending, { name: "AbortError" });
  });

  test("bytes/{n} with that many bytes, in chunks", async () => {
    const response = await get("bytes/200000");
    assert.equal(response.headers.get("content-length"), "200000");
    const sizes = [];
    for await (const chunk of response.body) sizes.push(chunk.length);
    assert.deepEqual(sizes, [65_536, 65_536, 65_536, 3_392]);
    assert.equal((await (await get("bytes/0")).arrayBuffer()).byteLength, 0);
    for (const bad of ["bytes/10000001", "bytes/-1", "bytes/many", "bytes/10?over=31", "bytes/10?over=x"]) {
      assert.equal((await get(bad)).status, 400, bad);
    }
  });

  test("bytes/{n}?over=seconds spread over that time, and stops when the request is aborted", async () => {
    const began = performance.now();
    await (await get("bytes/130000?over=0.2")).arrayBuffer();
    assert.ok(performance.now() - began >= 190, "spread");
    const controller = new AbortController();
    const { body } = await get("bytes/130000?over=20", { signal: controller.signal });
    const reading = body.getReader().read();
    controller.abort();
    await assert.rejects(reading, { name: "AbortError" });
  });

  test("flaky with an error of the given probability, the same for each seed", async () => {
    const draws = async (query, times) => {
      const answer = fresh();
      const statuses = [];
      for (let call = 0; call < times; call += 1) statuses.push((await answer(`flaky?${query}`)).status);
      return statuses;
    };
    assert.deepEqual(await draws("fail=0", 20), Array(20).fill(200));
    assert.deepEqual(await draws("fail=1", 20), Array(20).fill(503));
    const once = await draws("fail=0.3&seed=7", 400);
    assert.deepEqual(await draws("fail=0.3&seed=7", 400), once);
    assert.notDeepEqual(await draws("fail=0.3&seed=8", 400), once);
    const failed = once.filter((status) => status === 503).length;
    assert.ok(failed > 80 && failed < 160, `${failed} of 400 at 0.3`);
    for (const bad of ["fail=1.1", "fail=-1", "fail=x", "seed=1.5"]) {
      assert.equal((await get(`flaky?${bad}`)).status, 400, bad);
    }
  });

  test("rate-limit with 429 and Retry-After beyond n in a second", async () => {
    let now = 1_000_000;
    const answer = fresh({ Date: { now: () => now } });
    for (const left of [2, 1, 0]) {
      assert.deepEqual(await (await answer("rate-limit?per-second=3")).json(), { left });
    }
    const refused = await answer("rate-limit?per-second=3");
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get("retry-after"), "1");
    now += 1001;
    assert.equal((await answer("rate-limit?per-second=3")).status, 200, "a second later");
    assert.equal((await answer("rate-limit?per-second=0")).status, 400);
  });

  test("redirect/{n} with n redirects and then an answer", async () => {
    const first = await get("redirect/2");
    assert.deepEqual([first.status, first.headers.get("location")], [302, `${base}redirect/1`]);
    assert.deepEqual(await (await get("redirect/0")).json(), { redirected: true });
    assert.equal((await get("redirect/21")).status, 400);
  });

  test("drop with a network error", async () => assert.equal((await get("drop")).type, "error"));

  test("weather/{city} with the same answer for the same city", async () => {
    const lyon = await (await get("weather/Lyon")).json();
    assert.deepEqual(await (await get("weather/Lyon")).json(), lyon);
    assert.ok(lyon.celsius >= -10 && lyon.celsius < 35 && typeof lyon.sky === "string", JSON.stringify(lyon));
    assert.equal((await (await get("weather/Saint-%C3%89tienne")).json()).city, "Saint-Étienne");
    assert.equal((await get(`weather/${"x".repeat(61)}`)).status, 400);
  });

  test("a site with links, a cycle, a dead link, a slow page and a redirect", async () => {
    const links = async (page) => {
      const text = await (await get(`site/${page}`)).text();
      return [...text.matchAll(/href="\/sub\/api\/site\/([^"]*)"/g)].map(([, link]) => link);
    };
    assert.deepEqual(await links(""), ["kitchen", "garden", "cellar"]);
    assert.deepEqual(await links("home"), await links(""));
    assert.ok((await links("garden")).includes("home"), "home and garden lead to each other");
    assert.ok((await links("kitchen")).includes("attic"));
    assert.equal((await get("site/attic")).status, 404);
    assert.equal((await get("site/constructor")).status, 404, "a property of every JavaScript object is not a page");
    const moved = await get("site/old");
    assert.deepEqual([moved.status, moved.headers.get("location")], [302, `${base}site/new`]);
    const began = performance.now();
    assert.equal((await get("site/slow")).status, 200);
    assert.ok(performance.now() - began >= 1490, "slow");
  });

  test("404 to unknown paths, 405 to other methods than GET, 400 to invalid paths", async () => {
    for (const unknown of ["", "poem", "STATUS/200", "sitemap"]) assert.equal((await get(unknown)).status, 404, unknown);
    const posted = await get("json", { method: "POST" });
    assert.deepEqual([posted.status, posted.headers.get("allow")], [405, "GET, HEAD"]);
    assert.equal((await get("weather/%E0%A4%A")).status, 400);
  });

  test("with its marker on every answer, and with headers that forbid scripts", async () => {
    const every = ["status/204", "delay/0", "json", "users/1", "bytes/1", "flaky", "rate-limit", "redirect/1", "weather/x"];
    for (const path of [...every, "site/", "site/old", "poem", "status/1"]) {
      const { headers } = await get(path);
      assert.equal(headers.get("x-loopscope-lab"), "1", path);
      assert.equal(headers.get("content-security-policy"), "default-src 'none'; sandbox", path);
      assert.equal(headers.get("cache-control"), "no-store", path);
    }
  });

  test("in a page like a browser's fetch: it follows redirects, and a drop is a TypeError", async () => {
    assert.deepEqual(await (await lab.fetchInPage("redirect/3", base)).json(), { redirected: true });
    const moved = await lab.fetchInPage("site/old", base);
    assert.deepEqual([moved.redirected, moved.url], [true, `${base}site/new`]);
    assert.equal(await moved.text(), await (await get("site/new")).text());
    const there = await lab.fetchInPage("site/new", base);
    assert.deepEqual([there.redirected, there.url], [false, `${base}site/new`]);
    await assert.rejects(lab.fetchInPage("drop", base), { name: "TypeError" });
    await assert.rejects(lab.fetchInPage("delay/9", base, AbortSignal.abort()), { name: "AbortError" });
  });
});
