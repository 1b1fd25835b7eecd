// The page's start with wrong, late or missing files, and in browsers without workers.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { addressIn, eventually, fakeClock, open, reload, started, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

const run = "/s/concurrent?speed=instant";
const wasm = "**/loopscope-*_bg.wasm";
const portal = { contentType: "text/html", body: "<!doctype html><title>Log in to this network</title>" };

/** Answers the first `times` requests for `pattern` differently, and counts how often the page was opened. */
function instead(pattern, answer, times = Infinity) {
  const counted = { pages: 0 };
  counted.prepare = async (page) => {
    page.on("request", (request) => (counted.pages += Number(request.isNavigationRequest())));
    await page.route(pattern, answer, { times: Number.isFinite(times) ? times : undefined });
  };
  return counted;
}

describe("a wrong file", () => {
  for (const [name, pattern] of Object.entries({ "the wasm": wasm, "a style sheet": "**/*.css", "the glue": /loopscope-[0-9a-f]+\.js$/ })) {
    test(`in one answer, for ${name}, makes the page reload itself once`, async () => {
      const counted = instead(pattern, (route) => route.fulfill(portal), 1);
      const options = { prepare: counted.prepare, provokes: /integrity|WebAssembly|MIME|CompileError|imported module/ };
      await visit(site, run, options, async (page) => {
        await eventually(() => counted.pages, (pages) => pages === 2, "reload");
        await untilRun(page, "finished");
        assert.equal(counted.pages, 2);
        assert.equal(await page.locator(".failed:visible").count(), 0);
        assert.equal(await addressIn(page), "/s/concurrent?speed=instant");
        assert.ok(await page.evaluate(() => getComputedStyle(document.querySelector(".desk")).display !== "block"), "the style sheets are applied");
      });
    });
  }

  test("in every answer makes the page show a message after the second failure", async () => {
    const counted = instead(wasm, (route) => route.fulfill(portal));
    const options = { prepare: counted.prepare, provokes: /WebAssembly|MIME|CompileError/, starts: false };
    await visit(site, run, options, async (page) => {
      await page.locator(".boot .failed").waitFor();
      assert.equal(counted.pages, 2);
      await page.unroute(wasm);
      await page.click(".boot .failed [data-reload]:visible");
      await untilRun(page, "finished");
    });
  });

  test("in the worker's cache is fetched again", () =>
    visit(site, run, { workers: true }, async (page) => {
      await eventually(() => page.evaluate(spoil, portal.body), (spoilt) => spoilt === 2, "a cached program");
      await reload(page);
      await untilRun(page, "finished");
      assert.equal(await page.evaluate(countOf, portal.body), 0);
    }));
});

describe("an unusual host or browser", () => {
  const changedBy = (change) => ({
    prepare: (page) =>
      page.route(site.url, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: change(await response.text()) });
      }),
  });

  test("that has removed white space from index.html: the page starts", () => {
    const { prepare } = changedBy((html) => html.replace(/>\s+</g, "><").replace(/\s+<\/script>/g, "</script>"));
    return visit(site, run, { prepare }, (page) => untilRun(page, "finished"));
  });

  test("that has changed the scripts in index.html, which the policy refuses: the page shows a message", () => {
    const { prepare } = changedBy((html) => html.replaceAll("localStorage", "localStorage ").replaceAll("loopscopeBegin", "loopscopeBegin "));
    return visit(site, run, { prepare, provokes: /Content Security Policy/, starts: false }, (page) => page.locator(".boot .failed").waitFor());
  });

  test("that cannot compile a file while it arrives: the page starts", () => {
    const prepare = (page) => page.addInitScript(() => delete WebAssembly.compileStreaming);
    return visit(site, run, { prepare }, (page) => untilRun(page, "finished"));
  });
});

describe("a late program", () => {
  test("is awaited, and after ten seconds the page offers a reload", async () => {
    let letGo;
    const held = new Promise((done) => (letGo = done));
    const prepare = async (page) => {
      await fakeClock(page);
      await page.clock.pauseAt(1_000);
      await page.route(wasm, async (route) => {
        await held;
        await route.continue().catch(() => {});
      });
    };
    await visit(site, run, { prepare, starts: false }, async (page) => {
      await page.locator(".boot .loading").waitFor();
      await page.clock.runFor(9_900);
      assert.equal(await page.locator(".boot .slow:visible").count(), 0);
      await page.clock.runFor(200);
      await page.locator(".boot .slow").waitFor();
      await page.locator(".boot .slow [data-reload]:visible").focus();
      letGo();
      await page.clock.resume();
      await started(page);
    });
  });
});

describe("a browser without a service worker", () => {
  const containers = {
    "refuses at once": () => (ServiceWorkerContainer.prototype.register = () => { throw new DOMException("no", "SecurityError"); }),
    "never answers": () => (ServiceWorkerContainer.prototype.register = () => new Promise(() => {})),
    "has none to ask": () => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => { throw new DOMException("no", "SecurityError"); } }),
  };
  for (const [name, make] of Object.entries(containers)) {
    test(`that ${name} shows the page, and the lab server runs in the page`, () =>
      visit(site, "/s/real-requests", { workers: true, prepare: (page) => page.addInitScript(make) }, async (page) => {
        await page.click("#run");
        await untilRun(page, "finished");
        assert.equal(await page.getAttribute("html", "data-boot"), "started");
      }));
  }

  test("and without an origin, as a sandboxed frame, shows the page if the host's headers allow it", async () => {
    const prepare = async (page, context) => {
      await context.route(`${site.url}**`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), "access-control-allow-origin": "*" } });
      });
      const body = `<!doctype html><iframe sandbox="allow-scripts" src="${site.url}#${run}"></iframe>`;
      await context.route("http://embedder.test/", (route) => route.fulfill({ contentType: "text/html", body }));
    };
    await visit(site, run, { prepare, allows: ["embedder.test"] }, async (page, context) => {
      await page.goto("http://embedder.test/");
      const frame = page.frameLocator("iframe");
      await frame.locator("main[data-run-state=finished]").waitFor();
      assert.equal(await frame.locator("html").getAttribute("data-boot"), "started");
      await context.unrouteAll({ behavior: "wait" });
    });
  });
});

/** Runs in the page: replaces the cached program by something else, and returns the number of files. */
async function spoil(text) {
  const name = (await caches.keys()).find((name) => name.startsWith("loopscope "));
  if (!name || !navigator.serviceWorker.controller) return 0;
  const cache = await caches.open(name);
  const files = (await cache.keys()).filter(({ url }) => /loopscope-[0-9a-f]+(_bg)?\.(js|wasm)$/.test(url));
  for (const file of files) await cache.put(file, new Response(text, { headers: { "content-type": "text/html" } }));
  return files.length;
}

/** Runs in the page: the number of cached files that contain this text. */
async function countOf(text) {
  let count = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const file of await cache.keys()) count += Number((await (await cache.match(file)).text()) === text);
  }
  return count;
}
