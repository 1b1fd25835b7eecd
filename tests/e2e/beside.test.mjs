// Checks that on a wide page the code is beside the timeline: the lit line and the cursor are visible at once.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { codeAndCursor, seen } from "./seen.mjs";
import { eventually, follow, isForEveryone, open, openTab, untilLoaded, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

/** Lists, resources, cancellations, nested tasks, a report, and more lanes than a screen has. */
const scenarios = ["gather", "semaphore", "cancellation", "api-gateway", "producer-consumer", "system-monitor", "web-crawler", "many-tasks"];
const sizes = [
  [1280, 720],
  [1366, 768],
  [1440, 900],
  [1920, 1080],
];

describe("while a run is stepped, its code is beside the timeline", { concurrency: 2 }, () => {
  for (const [width, height] of sizes) {
    test(`at ${width}x${height} the lit line and the cursor are visible at once`, () =>
      visit(site, "/", { width, height }, async (page) => {
        for (const [index, id] of scenarios.entries()) {
          await follow(page, `/s/${id}?lang=${["en", "fr"][index % 2]}`);
          await page.locator(`main[data-scenario="${id}"][data-run-state="idle"]`).waitFor();
          // The tab is opened by keyboard.
          await page.locator("#tab-outcome").focus();
          for (const key of ["ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
          await page.locator('#panel[data-tab="code"] .l').first().waitFor();
          for (let step = 1; step <= 8; step += 1) {
            await page.click("#step");
            const what = `${id} at ${width}x${height}, step ${step}`;
            const both = ({ lines, cursor }) => cursor && lines.length === 2 && lines.every(({ visible }) => visible);
            await eventually(() => codeAndCursor(page), both, `line and cursor of ${what}`);
            const { ruler, lanes, all } = await seen(page);
            assert.ok(ruler && lanes >= Math.min(5, all), `${what}: ruler ${ruler}, ${lanes} of ${all} lanes`);
          }
        }
      }));
  }
});

test("the lit line is that of the task that ran last, or of the selected one", () =>
  visit(site, "/s/semaphore?tab=code", { width: 1440, height: 900 }, async (page) => {
    const pins = () => page.locator("#panel .pin").allTextContents();
    assert.deepEqual(await pins(), []);
    for (const task of ["main", "T1", "T2"]) {
      await page.click("#step");
      await eventually(pins, ([first]) => first === task, `the line of ${task}`);
    }
    await page.click('.row.lane[data-task="T1"] .name');
    await eventually(pins, ([first]) => first === "T1", "the line of the selected task");
  }));

test("two compared programs are one below the other, and a selected task's line is scrolled into view", () =>
  visit(site, "/s/sequential?tab=code&speed=instant&compare=1", { width: 1440, height: 900 }, async (page) => {
    await untilRun(page, "finished");
    await untilLoaded(page);
    await page.locator("#panel .codes").nth(1).waitFor();
    for (const part of [0, 1]) {
      await page.locator(".part").nth(part).locator('.row.lane:not([data-selected]) .name').last().click();
      const seenNow = ({ lines }) => lines.length === 2 && lines.every(({ visible }) => visible);
      await eventually(() => codeAndCursor(page), seenNow, `the line in program ${part}`, 5_000);
    }
  }));

test("the contents are a button while the code needs their place, and come back", () =>
  visit(site, "/s/gather?tab=code", { width: 1366, height: 768 }, async (page) => {
    await page.locator("#panel .l").first().waitFor();
    await page.locator("#contents").waitFor({ state: "hidden" });
    const menu = page.locator('[aria-controls="contents"]');
    await menu.focus();
    await page.keyboard.press("Enter");
    await page.locator("#contents").waitFor({ state: "visible" });
    await page.keyboard.press("Enter");
    await page.locator("#contents").waitFor({ state: "hidden" });
    await page.keyboard.press("/");
    await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "find", "the search field");
    await openTab(page, "output");
    await page.locator("#contents").waitFor({ state: "visible" });
    await menu.waitFor({ state: "hidden" });
  }));

for (const scheme of ["light", "dark"]) {
  test(`everything is readable in ${scheme}, and no control loses a word`, () =>
    visit(site, "/s/semaphore?tab=code&lang=fr", { width: 1366, height: 768, scheme }, async (page) => {
      await page.locator("#panel .l").first().waitFor();
      await page.click("#step");
      await page.locator("#panel .l.on").first().waitFor();
      await untilLoaded(page);
      await isForEveryone(page);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("#run-bar button, #panel button, #panel a, .tabs button")]
          .filter((control) => control.offsetParent && control.scrollWidth > control.clientWidth + 1)
          .map((control) => control.id || control.textContent),
      );
      assert.deepEqual(cut, []);
    }));
}

test("on a phone one listing is above the other, and no word of their captions is cut off", () =>
  visit(site, "/s/gather?tab=code&lang=fr", { width: 390, height: 844 }, async (page) => {
    await page.locator("#panel .codes button").first().waitFor();
    const figures = await page.locator("#panel .codes figure").evaluateAll((figures) =>
      figures.map((figure) => {
        const { left, right, top, bottom } = figure.getBoundingClientRect();
        const cut = [...figure.querySelectorAll("figcaption *")].filter((word) => word.getBoundingClientRect().right > right + 1);
        return { left, right, top, bottom, cut: cut.map((word) => word.textContent) };
      }),
    );
    assert.equal(figures.length, 2);
    const [first, second] = figures;
    assert.ok(second.top >= first.bottom - 1 && second.left === first.left, JSON.stringify(figures));
    assert.deepEqual(figures.flatMap(({ cut }) => cut), []);
  }));
