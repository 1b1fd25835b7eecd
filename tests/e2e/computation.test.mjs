// Real computation: in the page's thread, which then blocks, or in a worker, while the page continues.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { eventually, open, openTab, logRows, untilRun, untilTime, visit } from "./visit.mjs";

const site = await open();
after(site.close);

const of = (where, more = "") => `/s/blocking-call?where=${where}${more}`;

describe("a computation of a live run", () => {
  test("in the loop blocks the page for its duration, in a worker it does not; the log equals that of an instant run", async () => {
    const inLoop = await liveRun(of("loop"));
    const inWorker = await liveRun(of("worker"));
    const asleep = await liveRun(of("loop", "&how=sleep"));

    assert.ok(inLoop.gap > 1200, `${inLoop.gap} ms between two frames, and 1500 of computing`);
    assert.ok(inLoop.told > 1000 && inLoop.busy > 1000, JSON.stringify(inLoop));
    assert.match(inLoop.effort, /stood still/);
    assert.equal(inLoop.workers, 0);

    assert.ok(inWorker.busy > 1200, JSON.stringify(inWorker));
    assert.match(inWorker.effort, /A Web Worker really computed/);
    assert.equal(inWorker.workers, 1);
    assert.equal(inWorker.left, 0, "a worker that has answered is gone");

    assert.equal(asleep.effort, null);
    assert.equal(asleep.workers, 0);

    assert.deepEqual(inLoop.log, await instantLog(of("loop")));
    assert.deepEqual(inWorker.log, await instantLog(of("worker")));
  });

  test("blocks the page for two seconds at most, and says so", async () => {
    const run = await liveRun(of("loop", "&start=0&block=0.3&fast=0.1&slow=0.1&ticks=1&speed=0.1"));
    assert.ok(run.gap > 1700, `${run.gap} ms between two frames`);
    assert.match(run.effort, /after two seconds/);
  });

  test("in a worker ends with its run: by Reset, by another scenario", () =>
    visit(site, of("worker", "&start=0&block=3&speed=0.1"), {}, async (page) => {
      const workers = watchWorkers(page);
      for (const leave of [() => page.click("#reset"), () => page.click('#contents a[data-id="gather"]')]) {
        await page.click("#run");
        await eventually(() => page.workers().length, (count) => count === 1, "worker");
        await untilTime(page, 0.1);
        await leave();
        await eventually(() => page.workers().length, (count) => count === 0, "end of the worker");
      }
      await eventually(() => workers, ({ made, closed }) => made === 2 && closed === 2, "end of both workers");
    }));

  test("in a worker is stopped by a pause, and its rest is computed later", () =>
    visit(site, of("worker", "&speed=0.5&fast=1&slow=1&ticks=1"), {}, async (page) => {
      const workers = watchWorkers(page);
      await page.click("#run");
      await untilTime(page, 1.1);
      await page.click("#run");
      await untilRun(page, "paused");
      await eventually(() => page.workers().length, (count) => count === 0, "end of the worker");
      await page.click("#run");
      await untilRun(page, "finished");
      await eventually(() => workers, ({ made, closed }) => made === 2 && closed === 2, "end of both workers");
      const [, busy] = (await page.textContent("#effort")).match(/computed for ([\d\u202f]+)/);
      assert.ok(figure(busy) < 2700, `the second worker computed the rest of 3000 ms, for ${busy} ms`);
    }));

  for (const [how, prepare] of [
    ["has none", (page) => page.addInitScript(() => delete window.Worker)],
    ["cannot load its script", (page) => page.route("**/worker.js", (route) => route.abort())],
  ]) {
    test(`in a worker takes only logical time if the browser ${how}`, () =>
      visit(site, of("worker", "&speed=2"), { prepare }, async (page) => {
        await page.click("#run");
        await untilRun(page, "finished");
        assert.match(await page.textContent("#effort"), /no Web Worker/);
        assert.deepEqual(await logOf(page), await instantLog(of("worker")));
      }));
  }

  test("is left out in a comparison, and the page says so", () =>
    visit(site, of("loop", "&compare=1&speed=10"), {}, async (page) => {
      const workers = watchWorkers(page);
      await page.click("#run");
      await untilRun(page, "finished");
      assert.match(await page.textContent("#effort"), /Nothing was really computed/);
      assert.deepEqual(workers, { made: 0, closed: 0 });
    }));

  test("shows the measurements, but no moving dot, with reduced motion", () =>
    visit(site, of("loop", "&speed=2"), { reducedMotion: true }, async (page) => {
      await page.click("#run");
      await untilRun(page, "finished");
      assert.ok(!(await page.locator(".heart .pulse").isVisible()));
      assert.match(await page.textContent(".heart"), /\d\u00a0ms/);
      assert.match(await page.textContent("#effort"), /really computed/);
    }));

  test("is reported in French, too", () =>
    visit(site, of("worker", "&speed=2&lang=fr"), {}, async (page) => {
      await page.click("#run");
      await untilRun(page, "finished");
      assert.match(await page.textContent("#effort"), /Web Worker a vraiment calculé/);
      assert.match(await page.textContent(".heart"), /Images de la page/);
    }));
});

/** Runs the program live, and returns what was measured from outside and what the page shows. */
async function liveRun(address) {
  const run = {};
  await visit(site, address, { prepare: recordFrames }, async (page) => {
    const workers = watchWorkers(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => (window.longestGap = 0));
    await page.click("#run");
    await untilRun(page, "finished");
    run.gap = await page.evaluate(() => window.longestGap);
    run.effort = (await page.locator("#effort").count()) ? await page.textContent("#effort") : null;
    const [, busy, told] = run.effort?.match(/for ([\d\u202f]+)\u00a0ms.* was ([\d\u202f]+)\u00a0ms/) ?? [];
    Object.assign(run, { busy: figure(busy), told: figure(told), workers: workers.made });
    await eventually(() => page.workers().length, (count) => count === 0, "end of every worker");
    run.left = workers.made - workers.closed;
    run.log = await logOf(page);
  });
  return run;
}

async function instantLog(address) {
  let log = [];
  await visit(site, `${address}&speed=instant`, {}, async (page) => {
    await untilRun(page, "finished");
    log = await logOf(page);
  });
  return log;
}

async function logOf(page) {
  await openTab(page, "log");
  return logRows(page);
}

const figure = (text) => Number(text?.replaceAll("\u202f", ""));

/** Counts the page's workers, without the service worker. */
function watchWorkers(page) {
  const count = { made: 0, closed: 0 };
  page.on("worker", (worker) => {
    count.made += 1;
    worker.on("close", () => (count.closed += 1));
  });
  return count;
}

/** Records the longest time between two frames of the page. */
async function recordFrames(page) {
  await page.addInitScript(() => {
    window.longestGap = 0;
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      window.longestGap = Math.max(window.longestGap, now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
