// A live run: its clock, its pauses, other speeds, a hidden tab.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { instantLog } from "./instant.mjs";
import { countTimers, timers } from "./leftovers.mjs";
import {
  addressHas,
  clockOf,
  eventually,
  frames,
  hurry,
  logRows,
  open,
  openTab,
  untilRun,
  untilTime,
  visit,
} from "./visit.mjs";

/** A run of eight seconds, long enough for checks in its middle on a busy machine. */
const long = "/s/gather?a003=8";

const site = await open();
after(site.close);

describe("a live run", () => {
  test("extends the bars in progress, and its clock keeps the speed", async () => {
    for (const speed of [0.5, 2]) {
      await visit(site, `/s/sequential?speed=${speed}&first=9`, { prepare: watchClock }, async (page) => {
        await page.click("#run");
        await untilTime(page, 0.2);
        const early = await moment(page);
        // However late a frame is, the clock that it shows must be right at the time when it is shown.
        const [first, last] = await eventually(
          () => clockShown(page),
          ([first, last]) => last && last.wall - first.wall >= 1,
          "clock that runs for a second",
        );
        const late = await moment(page);
        assert.ok(late.width > early.width, `${early.width} px, then ${late.width} px`);
        const expected = (late.logical / late.end) * late.axis;
        assert.ok(Math.abs(late.width - expected) < 3, `${late.width} px at ${late.logical} s, not ${expected} px`);
        const [shown, passed] = [last.logical - first.logical, last.wall - first.wall];
        assert.ok(Math.abs(shown - passed * speed) < 0.28 * speed, `${shown} s shown in ${passed} s at ×${speed}`);
      });
    }
  });

  test("shows the thread blocked while a task blocks it, and figures that follow the clock", () =>
    visit(site, "/s/sequential?first=20", {}, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.5);
      const [task, thread, figure, clock] = await page.evaluate(() => {
        const width = (selector) => document.querySelector(selector).getBoundingClientRect().width;
        const seconds = (selector) => parseFloat(document.querySelector(selector).textContent);
        return [width(".lane .span"), width(".thread .span"), seconds(".outcome tbody td"), seconds("#clock")];
      });
      assert.ok(Math.abs(task - thread) < 2, `${task} px, and the thread ${thread} px`);
      assert.ok(figure <= clock && clock - figure < 1, `${figure} s in the table at ${clock} s`);
    }));

  test("stops in a pause and continues after it", () =>
    visit(site, `${long}&tab=log`, {}, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.2);
      await page.click("#run");
      await untilRun(page, "paused");
      const held = [await moment(page), await logRows(page)];
      await frames(page);
      const later = [await moment(page), await logRows(page)];
      assert.deepEqual([later[0].logical, later[0].width, later[1]], [held[0].logical, held[0].width, held[1]]);

      await page.click("#run");
      await untilTime(page, held[0].logical + 0.1);
      await hurry(page);
      assert.deepEqual(await logRows(page), await instantLog(site, long));
    }));

  for (const address of ["/s/create-task?speed=10", "/s/concurrent?compare=1&speed=10"]) {
    test(`has the log of an instant one: ${address}`, () =>
      visit(site, `${address}&tab=log`, {}, async (page) => {
        await page.click("#run");
        await untilRun(page, "finished");
        assert.deepEqual(await logRows(page), await instantLog(site, address.replace("speed=10", "")));
      }));
  }

  test("continues at another speed without a jump", () =>
    visit(site, "/s/one-coroutine?speed=0.1&tab=log", { prepare: watchRunStates }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.02);
      const before = await moment(page);
      await page.selectOption("#speed", "0.5");
      const after = await moment(page);
      const [shown, passed] = [after.logical - before.logical, after.wall - before.wall];
      assert.ok(shown >= 0 && shown <= passed * 0.5 + 0.05, `${shown} s shown in ${passed} s`);
      await page.selectOption("#speed", "10");
      await untilRun(page, "finished");
      assert.deepEqual(await page.evaluate(() => window.runStates), ["running", "finished"]);
      assert.deepEqual(await logRows(page), await instantLog(site, "/s/one-coroutine"));
    }));

  test("continues while the reader opens tabs and selects tasks", () =>
    visit(site, "/s/sequential?first=20", { prepare: watchRunStates }, async (page) => {
      await page.click("#run");
      await untilRun(page, "running");
      for (const tab of ["log", "code", "explanation", "table", "outcome"]) await openTab(page, tab);
      await page.click('.lane[data-task="main"] button');
      await page.click("#legend");
      await page.click("#theme");
      await page.click('.lang [lang="fr"]');
      await page.fill("#find", "gather");
      await addressHas(page, "find=gather", "lang=fr", "theme=light", "task=main", "legend=1");
      assert.deepEqual(await page.evaluate(() => window.runStates), ["running"]);
    }));

  test("ends when its values are changed", () =>
    visit(site, "/s/sequential", { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      await page.click("#modify");
      await page.fill("#p-first", "3");
      await untilRun(page, "idle");
      await eventually(() => timers(page), (set) => set.length === 0, "no timer");
    }));

  test("pauses while its tab is hidden, and continues when it is visible again", () =>
    visit(site, `${long}&tab=log`, { prepare: pretendVisibility }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.2);
      await page.evaluate(() => window.hide(true));
      const held = await clockOf(page);
      await frames(page);
      assert.equal(await clockOf(page), held, "the clock stops");
      const seenAgain = await page.evaluate(() => window.hide(false));
      await untilTime(page, held + 0.05);
      const { logical, wall } = await moment(page);
      const [shown, passed] = [logical - held, wall - seenAgain];
      assert.ok(shown <= passed + 0.05, `the hidden time is not made up for: ${shown} s shown in ${passed} s`);
      await hurry(page);
      assert.deepEqual(await logRows(page), await instantLog(site, long));
    }));

  test("that starts in a hidden tab waits until the tab is visible", () =>
    visit(site, "/s/one-coroutine", { prepare: pretendVisibility }, async (page) => {
      await page.evaluate(() => window.hide(true));
      await page.click("#run");
      await frames(page);
      assert.equal(await clockOf(page), 0);
      await page.evaluate(() => window.hide(false));
      await untilRun(page, "finished");
    }));

  test("can be left at any moment", () =>
    visit(site, "/s/sequential", {}, async (page) => {
      for (const [link, there] of [
        ['#contents a[data-id="gather"]', 'main[data-scenario="gather"][data-run-state="idle"]'],
        [".neighbours .previous", 'main[data-scenario="several-awaits"][data-run-state="idle"]'],
        [".brand", '.desk[data-place="contents"]'],
      ]) {
        await page.click("#run");
        await untilTime(page, 0.1);
        await page.click(link);
        await page.locator(there).waitFor();
        await frames(page);
      }
    }));

  test("moves nothing between two events with reduced motion, and finishes", () =>
    visit(site, "/s/one-coroutine?seconds=4", { reducedMotion: true }, async (page) => {
      await page.click("#run");
      await page.locator('.span[data-state="sleeping"][data-open]').waitFor();
      const early = await moment(page);
      await frames(page);
      const late = await moment(page);
      await untilRun(page, "running");
      assert.deepEqual([late.cursor, late.width], [early.cursor, early.width]);
      await hurry(page);
      assert.equal(await clockOf(page), 4);
    }));
});

/** The browser's clock and the page's, the first bar in progress, the axis and the cursor. */
function moment(page) {
  return page.evaluate(() => {
    const bar = document.querySelector(".span[data-open]");
    return {
      wall: performance.now() / 1000,
      logical: Number(document.getElementById("clock").textContent),
      width: bar?.getBoundingClientRect().width,
      axis: bar?.parentElement.getBoundingClientRect().width,
      end: Number(document.getElementById("board").style.getPropertyValue("--end")),
      cursor: document.querySelector(".cursor")?.getBoundingClientRect().left,
    };
  });
}

/** Records each time that the clock shows, with the browser's time at that moment. */
async function watchClock(page) {
  await page.addInitScript(() => {
    window.clockShown = [];
    new MutationObserver(() => {
      const logical = Number(document.getElementById("clock")?.textContent);
      if (logical > 0 && logical !== window.clockShown.at(-1)?.logical) {
        window.clockShown.push({ wall: performance.now() / 1000, logical });
      }
    }).observe(document, { characterData: true, childList: true, subtree: true });
  });
}

/** The first and the last record of `watchClock`. */
function clockShown(page) {
  return page.evaluate(() => [window.clockShown[0], window.clockShown.at(-1)]);
}

/** Records every state of a run after the first, idle. */
async function watchRunStates(page) {
  await page.addInitScript(() => {
    window.runStates = [];
    const note = () => {
      const state = document.querySelector("main[data-run-state]")?.dataset.runState ?? "idle";
      if (state !== (window.runStates.at(-1) ?? "idle")) window.runStates.push(state);
    };
    new MutationObserver(note).observe(document, { attributes: true, childList: true, subtree: true });
  });
}

/** Lets the test hide the tab: `hide(true)` and `hide(false)` return the browser's time. */
async function pretendVisibility(page) {
  await page.addInitScript(() => {
    let hidden = false;
    Object.defineProperty(document, "hidden", { get: () => hidden });
    Object.defineProperty(document, "visibilityState", { get: () => (hidden ? "hidden" : "visible") });
    window.hide = (hide) => {
      hidden = hide;
      const moment = performance.now() / 1000;
      document.dispatchEvent(new Event("visibilitychange"));
      return moment;
    };
  });
}
