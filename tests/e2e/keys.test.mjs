// Checks that a run can be started, stepped through and inspected by keyboard alone.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { clockOf, eventually, frames, open, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

const active = (page, what) => page.evaluate((what) => document.activeElement[what], what);

describe("a letter key", () => {
  test("steps, goes back, goes to the next print, runs, and opens the fields", () =>
    visit(site, "/s/semaphore", { width: 1366, height: 768 }, async (page) => {
      await page.keyboard.press("s");
      await untilRun(page, "paused");
      await page.keyboard.press("n");
      await page.locator(".print").first().waitFor();
      for (let press = 0; press < 2; press += 1) await page.keyboard.press("n");
      await eventually(() => clockOf(page), (time) => time === 1.2, "the third print");
      const third = await page.textContent("#said");
      await page.keyboard.press("b");
      await eventually(() => page.textContent("#said"), (said) => said !== third, "the callback before");
      await page.keyboard.press("e");
      await eventually(() => active(page, "id"), (id) => id === "p-permits", "the first field");
      await page.keyboard.press("r");
      assert.equal(await page.getAttribute("main", "data-run-state"), "paused", "in a field a letter key types a letter");
    }));

  test("is listed by ?, and all can be turned off permanently", () =>
    visit(site, "/s/semaphore", {}, async (page) => {
      await page.keyboard.press("?");
      const dialog = page.getByRole("dialog", { name: "Keys" });
      await dialog.waitFor();
      await eventually(() => active(page, "id"), (id) => id === "close-keys", "focus in the dialog");
      await dialog.getByRole("switch").press("Space");
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await page.reload();
      await page.locator("#run").waitFor();
      await page.keyboard.press("s");
      await frames(page, 3);
      assert.equal(await page.getAttribute("main", "data-run-state"), "idle");
      await page.keyboard.press("Control+Enter");
      await page.locator('main:not([data-run-state="idle"])').waitFor();
    }));
});

test("lanes are one stop of Tab, arrow keys move between them, and the inspector has exact times", () =>
  visit(site, "/s/semaphore?speed=instant", {}, async (page) => {
    await untilRun(page, "finished");
    assert.equal(await page.locator('.row.lane > .name[tabindex="0"]').count(), 1);
    await page.locator('.row.lane > .name[tabindex="0"]').focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowDown");
    assert.match(await active(page, "ariaLabel"), /^T3/);
    await page.keyboard.press("Enter");
    await page.locator('.row.lane[data-task="T3"][data-selected]').waitFor();
    assert.match(await page.textContent(".times"), /0\.000 – 1\.200.*1\.200 – 2\.200 sleep 1/s);
  }));

test("Next moves the focus to the heading of the page that it opens", () =>
  visit(site, "/s/sequential", {}, async (page) => {
    await page.locator('.neighbours a, nav a[rel="next"]').last().press("Enter");
    await page.locator('main[data-scenario="concurrent"]').waitFor();
    await eventually(() => active(page, "tagName"), (tag) => tag === "H1", "focus on the heading");
  }));
