// A run step by step, and the timers that a run leaves behind.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { instantLog, instantTable } from "./instant.mjs";
import { countTimers, timers } from "./leftovers.mjs";
import { clockOf, eventually, hurry, logRows, open, openTab, tableRows, untilRun, untilTime, visit } from "./visit.mjs";

/** A run of eight seconds, long enough for checks in its middle on a busy machine. */
const long = "/s/gather?a003=8";

const site = await open();
after(site.close);

describe("Step", () => {
  for (const id of ["concurrent", "create-task"]) {
    test(`runs one callback at a time, with the same log as an instant run: ${id}`, () =>
      visit(site, `/s/${id}?tab=log`, {}, async (page) => {
        const states = await stepToEnd(page);
        assert.ok(states.length > 5, "there are several steps");
        for (const [place, { begun, time }] of states.entries()) {
          const last = states[place - 1] ?? { begun: 0, time: 0 };
          assert.ok(begun <= last.begun + 1, `step ${place + 1} begins one task's step at most`);
          assert.ok(time >= last.time, `step ${place + 1} does not go back`);
        }
        assert.deepEqual(await logRows(page), await instantLog(site, `/s/${id}`));
        await openTab(page, "table");
        assert.deepEqual(await tableRows(page), await instantTable(site, `/s/${id}`));
      }));
  }

  test("pauses a live run, which Resume then ends", () =>
    visit(site, `${long}&tab=log`, {}, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      await page.click("#step");
      await untilRun(page, "paused");
      await page.click("#run");
      await hurry(page);
      assert.deepEqual(await logRows(page), await instantLog(site, long));
    }));
});

describe("no timer is left", () => {
  test("after Reset, which clears the run", () =>
    visit(site, `${long}&tab=table`, { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      assert.notDeepEqual(await timers(page), [], "a live run has timers");
      await page.click("#reset");
      await untilRun(page, "idle");
      assert.deepEqual(await timers(page), []);
      assert.equal(await clockOf(page), 0);
      assert.equal(await page.locator(".lane").count(), 0);
      assert.deepEqual(await tableRows(page), []);
      assert.ok(await page.locator("#reset").isDisabled());
    }));

  test("and the focus stays after Step, Back and Reset by keyboard", () =>
    visit(site, "/s/gather", {}, async (page) => {
      const focused = () => page.evaluate(() => document.activeElement.id);
      await page.press("#step", "Enter");
      await page.press("#back", "Enter");
      await page.locator('#back[aria-disabled="true"]').waitFor();
      assert.equal(await focused(), "back");
      await page.press("#reset", "Enter");
      await untilRun(page, "idle");
      await page.keyboard.press("Enter");
      assert.equal(await focused(), "reset");
    }));

  test("in a pause", () =>
    visit(site, long, { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      await page.click("#run");
      await untilRun(page, "paused");
      // The page writes a paused run to the address with a delay, by a timer.
      await eventually(() => timers(page), (set) => set.length === 0, "no timer");
    }));

  test("after leaving the scenario", () =>
    visit(site, long, { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      await page.click('#contents a[data-id="concurrent"]');
      await page.locator('main[data-scenario="concurrent"][data-run-state="idle"]').waitFor();
      await eventually(() => timers(page), (set) => set.length === 0, "no timer");
    }));

  test("after the end of a run", () =>
    visit(site, "/s/gather?speed=10", { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilRun(page, "finished");
      assert.deepEqual(await timers(page), []);
    }));
});

/** Presses Step until the run ends. Returns, after each press, the log's lines, the started steps and the clock. */
async function stepToEnd(page) {
  const states = [];
  const isOver = async () => (await page.getAttribute("main", "data-run-state")) === "finished";
  const [lines, begun] = [page.locator("#panel table.log tbody tr"), page.locator('#panel use[href="#i-play"]')];
  while (states.length < 500) {
    await page.click("#step");
    // A click can be answered before the page has rendered its effect.
    const last = states.at(-1)?.lines ?? 0;
    await eventually(async () => (await lines.count()) > last || isOver(), Boolean, `line of step ${states.length + 1}`);
    const over = await isOver();
    states.push({ lines: await lines.count(), begun: await begun.count(), time: await clockOf(page), over });
    if (over) return states;
  }
  return assert.fail("500 steps do not lead to the end");
}
