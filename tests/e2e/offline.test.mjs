// The service worker in the built page: the page without a network, a new version. Also what the content security policy forbids.

import assert from "node:assert/strict";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { dist, eventually, open, openAfresh, reload, scenarioIds, untilRun, visit } from "./visit.mjs";

const run = "/s/concurrent?speed=instant";
const workers = true;

for (const base of ["/", "/sub/"]) {
  const site = await open({ base });
  after(site.close);

  const scenarios = (await scenarioIds(site)).length;
  const pages = (await readdir(join(dist, "text/course"))).length;

  test(`the page runs without network after one visit, under ${base}`, () =>
    visit(site, run, { workers }, async (page, context) => {
      await workerTookOver(page);
      await eventually(() => keptTexts(page), (kept) => kept >= scenarios * 4 + pages, "every text");
      await context.setOffline(true);
      await reload(page);
      await untilRun(page, "finished");
      await page.click("#tab-code");
      await page.locator("#panel .l").first().waitFor();
      await openAfresh(site, page, "/s/shield?lang=fr&tab=explanation");
      await page.locator("#panel .explanation p").first().waitFor();
    }));
}

const site = await open();
after(site.close);

test("a page that was reloaded past the worker is controlled by it again", () =>
  visit(site, run, { workers }, async (page, context) => {
    await workerTookOver(page);
    const browser = await context.newCDPSession(page);
    await browser.send("Page.reload", { ignoreCache: true });
    await untilRun(page, "finished");
    await workerTookOver(page);
  }));

test("a fetched recording is available without a network; for others the page says that the network is needed", () =>
  visit(site, run, { workers, provokes: /Failed to load resource|ERR_INTERNET_DISCONNECTED/ }, async (page, context) => {
    await workerTookOver(page);
    const compare = async () => {
      await untilRun(page, "finished");
      await page.click(".proof button");
      const verdict = page.locator('[data-verdict]:not([data-verdict="waiting"])');
      await verdict.waitFor();
      return { verdict: await verdict.getAttribute("data-verdict"), text: await verdict.textContent() };
    };
    assert.equal((await compare()).verdict, "equal");
    await eventually(() => isKept(page, "cpython/concurrent.txt"), (kept) => kept, "a cached recording");
    await context.setOffline(true);
    await reload(page);
    assert.equal((await compare()).verdict, "equal");
    await openAfresh(site, page, "/s/gather?speed=instant");
    const { verdict, text } = await compare();
    assert.equal(verdict, "failed");
    assert.match(text, /network is needed/);
  }));

test("a recording that was fetched before the worker ran is cached, too", () =>
  visit(site, run, { workers, prepare: holdWorkerBack }, async (page) => {
    await untilRun(page, "finished");
    await page.click(".proof button");
    await page.locator('[data-verdict="equal"]').waitFor();
    await page.evaluate(() => window.letWorkerCome());
    await workerTookOver(page);
    await eventually(() => isKept(page, "cpython/concurrent.txt"), (kept) => kept, "a cached recording");
  }));

test("a new version is announced, and a reload opens it", async () => {
  const root = await mkdtemp(join(tmpdir(), "loopscope-version-"));
  await cp(dist, root, { recursive: true });
  const site = await open({ root });
  try {
    await visit(site, run, { workers }, async (page) => {
      await workerTookOver(page);
      assert.equal(await page.locator("#update:visible").count(), 0);
      const program = await renameProgram(root);
      await page.evaluate(() => navigator.serviceWorker.controller.postMessage("is there a new version?"));
      await page.locator("#update:visible").waitFor();
      await page.click("#update [data-later]:visible");
      assert.equal(await page.locator("#update:visible").count(), 0);

      await page.evaluate(() => document.documentElement.setAttribute("data-update", "there"));
      await page.click("#update [data-reload]:visible");
      await page.waitForFunction((name) => document.querySelector("script[data-js]")?.dataset.js.endsWith(name), program);
      await untilRun(page, "finished");
      assert.equal(await page.locator("#update:visible").count(), 0, "no newer version is announced");
    });
  } finally {
    await site.close();
    await rm(root, { recursive: true });
  }
});

describe("the page's policy", () => {
  const refused = /Content Security Policy/;

  test("runs no script that is not the page's own", () =>
    visit(site, run, { provokes: refused }, async (page) => {
      const ran = await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
        return window.ran === true;
      });
      assert.equal(ran, false);
    }));

  test("sends no request to another host", () =>
    visit(site, run, { provokes: refused }, async (page) => {
      const elsewhere = await open();
      const error = await page.evaluate((url) => fetch(url).then(() => "sent", String), elsewhere.url);
      await elsewhere.close();
      assert.match(error, /TypeError/);
    }));
});

/** Waits until the worker controls the page and has cached a version. */
async function workerTookOver(page) {
  const kept = () => page.evaluate(async () => (navigator.serviceWorker.controller ? await caches.keys() : []));
  await eventually(kept, (names) => names.some((name) => name.startsWith("loopscope ")), "a worker with a cached version");
}

/** Delays the registration of the worker until the test calls for it. */
function holdWorkerBack(page) {
  return page.addInitScript(() => {
    const { register } = ServiceWorkerContainer.prototype;
    const held = new Promise((done) => (window.letWorkerCome = done));
    ServiceWorkerContainer.prototype.register = async function (...given) {
      await held;
      return register.apply(this, given);
    };
  });
}

/** Whether the worker has cached this file. */
function isKept(page, path) {
  return page.evaluate(async (path) => (await caches.match(new URL(path, document.baseURI))) !== undefined, path);
}

/** The number of programs, twins, guides and pages that the worker has cached. */
function keptTexts(page) {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith("loopscope "));
    const files = await (await caches.open(name)).keys();
    return files.filter(({ url }) => /\/(scenarios|text\/(guides|course))\/[\w-]+\.(rs|py|(en|fr)\.md)$/.test(url)).length;
  });
}

/** Renames the built page's program, as a new build would, and returns the name. */
async function renameProgram(root) {
  const name = (await readdir(root)).find((file) => /^loopscope-[0-9a-f]+\.js$/.test(file));
  const other = "loopscope-00000000000000aa.js";
  await rename(join(root, name), join(root, other));
  const index = await readFile(join(root, "index.html"), "utf8");
  await writeFile(join(root, "index.html"), index.replaceAll(name, other));
  return other;
}
