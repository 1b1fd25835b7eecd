// The parts of the program that load when they are needed: each once, and a message if one cannot be loaded.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { eventually, fakeClock, frames, open, openTab, visit } from "./visit.mjs";

const site = await open();
after(site.close);

/** For each part: an address that needs it, an element that is shown when it is loaded, and the element that has the message until then. */
const parts = {
  lab: ["/lab", "main.lab", "main"],
  tab: ["/s/gather?speed=instant&tab=log", "#panel .log", "#panel"],
  code: ["/s/gather?tab=code", "#panel .l", "#panel"],
  prediction: ["/s/gather?predict=1", ".predict", "main"],
  gain: ["/s/gather?speed=instant&compare=1", ".why-gained h2", "#panel"],
  welcome: ["/", "main.welcome .lane", "main"],
  reading: ["/read/glossary", "main.reading p", "main"],
  "coroutines-and-tasks": ["/s/gather?speed=instant", "main[data-run-state=finished]", "main"],
  "program-web-crawler": ["/s/web-crawler?speed=instant", "main[data-run-state=finished]", "main"],
};

for (const [name, [address, shown, place]] of Object.entries(parts)) {
  test(`if the part ${name} cannot be loaded, the page says so, and a retry loads it`, async () => {
    const file = new RegExp(`/loopscope-${name}-[0-9a-f]+\\.wasm$`);
    const prepare = (page) => page.route(file, (route) => route.abort());
    await visit(site, address, { prepare, provokes: /Failed to load resource/, starts: false }, async (page) => {
      const alert = page.locator(`${place} .not-loaded [role=alert]`);
      assert.match(await alert.textContent(), /could not be loaded: the network is needed/);
      await page.unroute(file);
      await page.locator(`${place} .not-loaded button`).click();
      await page.locator(shown).first().waitFor();
      assert.equal(await alert.count(), 0);
    });
  });
}

test("another file at the address of a part is refused", async () => {
  const login = { contentType: "text/html", body: "<title>Log in</title>" };
  const prepare = (page) => page.route("**/loopscope-tab-*.wasm", (route) => route.fulfill(login));
  await visit(site, "/s/gather?speed=instant&tab=log", { prepare, starts: false }, async (page) => {
    assert.match(await page.locator("#panel .not-loaded [role=alert]").textContent(), /another version/);
  });
});

test("a damaged copy in the browser's cache is fetched again", async () => {
  const damaged = { contentType: "application/wasm", body: "damaged" };
  const prepare = (page) => page.route("**/loopscope-tab-*.wasm", (route) => route.fulfill(damaged), { times: 1 });
  await visit(site, "/s/gather?speed=instant&tab=log", { prepare }, (page) => page.locator("#panel .log tbody tr").nth(1).waitFor());
});

test("the message of a failure stays, and is not shown for another part", async () => {
  const prepare = async (page) => {
    await fakeClock(page);
    await page.route("**/loopscope-code-*.wasm", (route) => route.abort());
    await page.route("**/loopscope-tab-*.wasm", () => {});
  };
  await visit(site, "/s/gather?tab=code", { prepare, provokes: /Failed to load resource/, starts: false }, async (page) => {
    const alert = page.locator("#panel .not-loaded [role=alert]");
    await alert.waitFor();
    await page.clock.runFor(11_000);
    assert.match(await alert.textContent(), /the network is needed/);
    await page.click("#tab-log");
    await page.locator("#panel[data-tab=log] .note").waitFor();
    assert.equal(await alert.count(), 0);
  });
});

test("a request that was replaced by a retry does not start another one when it fails", async () => {
  const asked = [];
  const prepare = async (page) => {
    await fakeClock(page);
    await page.route("**/loopscope-reading-*.wasm", (route) => asked.push(route));
  };
  await visit(site, "/read/glossary", { prepare, provokes: /Failed to load resource/, starts: false }, async (page) => {
    await eventually(() => asked.length, (count) => count === 1, "request");
    await page.clock.runFor(10_000);
    await page.locator("main .not-loaded button").click();
    await eventually(() => asked.length, (count) => count === 2, "second request");
    for (const route of asked.splice(0)) await route.abort();
    await page.locator("main .not-loaded [role=alert]").waitFor();
    await frames(page);
    assert.deepEqual(asked, []);
  });
});

test("after ten seconds without an answer the page offers to load a part again", async () => {
  const prepare = async (page) => {
    await fakeClock(page);
    await page.route("**/loopscope-reading-*.wasm", () => {}, { times: 1 });
  };
  await visit(site, "/read/glossary", { prepare, starts: false }, async (page) => {
    await page.locator("main .note").waitFor();
    assert.equal(await page.locator("main .not-loaded").count(), 0);
    await page.clock.runFor(10_000);
    await page.locator("main .not-loaded button").click();
    await page.locator("main.reading p").first().waitFor();
  });
});

test("a part is loaded when it is needed, and only once", async () => {
  const asked = [];
  const part = /loopscope-([a-z-]+)-[0-9a-f]+\.wasm$/;
  const prepare = (page) => page.on("request", (request) => asked.push(new URL(request.url()).pathname.match(part)?.[1]));
  const loaded = () => asked.filter(Boolean).sort();
  await visit(site, "/s/gather?speed=instant", { prepare }, async (page) => {
    await page.locator(".inspector").waitFor();
    assert.deepEqual(loaded(), ["coroutines-and-tasks"]);
    for (const tab of ["log", "outcome", "table", "log"]) {
      await openTab(page, tab);
      await page.locator(`#tab-${tab}[aria-selected=true]`).waitFor();
    }
    await page.locator("#panel .log").waitFor();
    assert.deepEqual(loaded(), ["coroutines-and-tasks", "tab"]);
  });
});

/** Addresses of pages that begin with a run, each with a part and with what the first picture must not have. */
const beginnings = {
  "/s/gather?speed=instant&compare=1": ["gain", "main[data-run-state=idle]"],
  "/": ["welcome", "main.welcome:not(:has(.lane))"],
};

for (const [address, [name, unfinished]] of Object.entries(beginnings)) {
  test(`the first picture at ${address} has the run and the parts that arrived before the program`, async () => {
    const prepare = async (page) => {
      const arrived = page.waitForEvent("requestfinished", (request) => request.url().includes(`/loopscope-${name}-`));
      await page.route("**/loopscope-*_bg.wasm", async (route) => {
        await arrived;
        await frames(page);
        await route.continue();
      });
      await page.addInitScript((early) => {
        window.early = 0;
        const observer = new MutationObserver(() => (window.early += document.querySelectorAll(early).length));
        observer.observe(document, { attributes: true, childList: true, subtree: true });
      }, `[data-waits], ${unfinished}`);
    };
    await visit(site, address, { prepare }, async (page) => {
      await page.locator(".lane").first().waitFor();
      assert.equal(await page.evaluate(() => window.early), 0);
    });
  });
}

test("a part's loaded file is not fetched again because its other file failed", async () => {
  const asked = [];
  const prepare = async (page) => {
    page.on("request", (request) => asked.push(request.url()));
    await page.route("**/loopscope-program-web-crawler-*.wasm", (route) => route.abort());
  };
  await visit(site, "/s/web-crawler", { prepare, provokes: /Failed to load resource/, starts: false }, async (page) => {
    await page.locator("main .not-loaded button").waitFor();
    await page.unroute("**/loopscope-program-web-crawler-*.wasm");
    await page.locator("main .not-loaded button").click();
    await page.locator("main[data-run-state=idle]").waitFor();
    assert.equal(asked.filter((url) => url.includes("/loopscope-projects-")).length, 1);
  });
});

test("a part that is still loading is not requested again by another place that needs it", async () => {
  const asked = [];
  const prepare = (page) => page.route("**/loopscope-coroutines-and-tasks-*.wasm", (route) => asked.push(route));
  await visit(site, "/s/gather", { prepare, starts: false }, async (page) => {
    await eventually(() => asked.length, (count) => count === 1, "request");
    await page.evaluate(() => (location.hash = "/s/create-task"));
    await page.locator("main .note").waitFor();
    await frames(page);
    for (const route of asked) await route.continue();
    await page.locator('main[data-scenario="create-task"]').waitFor();
    assert.equal(asked.length, 1);
  });
});

test("the heading has the focus once a scenario of another chapter is loaded", () =>
  visit(site, "/s/gather", {}, async (page) => {
    await page.click('#contents a[data-id="web-crawler"]');
    await page.locator('main[data-scenario="web-crawler"]').waitFor();
    await eventually(() => page.evaluate(() => document.activeElement?.tagName), (tag) => tag === "H1", "heading with the focus");
  }));

test("the message is visible if the part of the search or of the list of keys cannot be loaded", () => {
  const prepare = (page) => page.route(/loopscope-(search|keys)-/, (route) => route.abort());
  return visit(site, "/s/gather", { prepare, provokes: /Failed to load resource/ }, async (page) => {
    const { height } = page.viewportSize();
    const isInSight = async (place) => {
      const box = await page.locator(`${place} [role=alert]`).boundingBox();
      return box.y >= 0 && box.y + box.height <= height;
    };
    await page.keyboard.press("?");
    assert.ok(await isInSight(".desk ~ [data-waits]"), "the message of the list of keys is visible");
    await page.fill("#find", "lock");
    assert.ok(await isInSight("#contents > [data-waits]"), "the message of the search is visible");
  });
});
