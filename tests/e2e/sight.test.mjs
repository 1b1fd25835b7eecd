// Checks that the ruler and lanes of a run are visible on phones, projectors and zoomed pages.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { seen } from "./seen.mjs";
import { eventually, follow, frames, hurry, open, untilRun, untilTime, visit, widthOf } from "./visit.mjs";

const site = await open();
after(site.close);

/** Width, height, and the minimum of visible lanes; 720x450 is 1440x900 at 200 %, 360x225 at 400 %. */
const sizes = [
  [320, 568, 5],
  [390, 844, 5],
  [360, 225, 2],
  [720, 450, 5],
  [768, 1024, 5],
  [1366, 768, 5],
  [1440, 900, 5],
];

/** Scenarios of all shapes: lists, many parameters, errors, requests, a report, graphs, charts, more lanes than a screen has. */
const scenarios = [
  "semaphore",
  "api-gateway",
  "cancellation",
  "simulated-requests",
  "file-downloader",
  "web-crawler",
  "system-monitor",
  "many-tasks",
];

// The tests wait for a live run most of the time, so all sizes run at once.
describe("a second after Run", { concurrency: true }, () => {
  for (const [width, height, least] of sizes) {
    test(`at ${width}x${height} the ruler and ${least} lanes, or all, are visible`, () =>
      visit(site, "/", { width, height }, async (page) => {
        for (const language of ["en", "fr"]) {
          for (const id of scenarios) {
            await follow(page, `/s/${id}?lang=${language}`);
            await untilRun(page, "idle");
            await page.click("#run");
            await untilTime(page, 1);
            const { ruler, lanes, all } = await seen(page);
            const where = `${id} in ${language} at ${width}x${height}: ${lanes} of ${all} lanes`;
            assert.ok(ruler, `the ruler of ${where}`);
            assert.ok(lanes >= Math.min(least, all), where);
            assert.ok((await widthOf(page)) <= width, `${where}, ${await widthOf(page)} px wide`);
          }
        }
      }));
  }
});

describe("the parameters", () => {
  test("are folded to one line while a run is shown, and opened by a button or by Reset", () =>
    visit(site, "/s/semaphore", { width: 1366, height: 768 }, async (page) => {
      await page.click("#run");
      await page.locator(".folded").waitFor();
      assert.match(await page.textContent(".folded"), /Permits 2.*Durations 1\.2 {2}1\.8 {2}1 {2}1\.5 {2}1\.1\s+s/s);
      await page.click("#modify");
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "p-permits", "the first field");
      await page.fill("#p-permits", "1");
      await untilRun(page, "idle");
      assert.equal(await page.textContent("#phase"), "changed: press Run");
      assert.equal(await page.locator(".folded").count(), 0);
      await page.press("#p-permits", "Enter");
      await page.locator(".folded").waitFor();
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "run", "focus on Run");
      await page.click("#reset");
      await page.locator("#p-permits").waitFor();
    }));

  test("have no seed if nothing is random", () =>
    visit(site, "/s/semaphore", {}, async (page) => {
      assert.equal(await page.locator("#p-seed").count(), 0);
      await page.check("#p-drawn");
      await page.locator("label", { hasText: "Seed" }).waitFor();
      await page.click("#run");
      await eventually(() => page.textContent(".folded"), (text) => /Seed 7/.test(text), "the seed in the folded line");
    }));
});

test("the ruler stays visible while lanes scroll, with the page or in their box", () =>
  visit(site, "/s/api-gateway?speed=instant", { width: 1366, height: 768 }, async (page) => {
    await untilRun(page, "finished");
    await page.locator('.row.lane[data-task^="R4"]').first().scrollIntoViewIfNeeded();
    await page.locator("main").evaluate((main) => main.scrollBy(0, 300));
    await frames(page, 2);
    assert.ok((await seen(page)).ruler, "after the page has scrolled");
    await page.locator("#timeline").focus();
    await page.keyboard.press("+");
    await page.locator("#map").waitFor();
    await page.locator("#timeline").evaluate((box) => box.scrollBy(0, 300));
    await frames(page, 2);
    assert.ok((await seen(page)).ruler, "after the box has scrolled");
  }));

test("a finished run fits the width of a narrow screen", () =>
  visit(site, "/s/web-crawler", { width: 390, height: 844 }, async (page) => {
    await page.click("#run");
    await hurryNarrow(page);
    const box = await page.locator("#timeline").evaluate((box) => [box.scrollWidth, box.clientWidth]);
    assert.ok(box[0] <= box[1], String(box));
    const outside = await page.evaluate(
      () => [...document.querySelectorAll(".row.lane .span")].filter((span) => span.getBoundingClientRect().left > innerWidth).length,
    );
    assert.equal(outside, 0);
  }));

test("on a narrow screen the inspector opens over the page and leaves the tapped lane visible", () =>
  visit(site, "/s/semaphore", { width: 390, height: 844 }, async (page) => {
    await page.click("#run");
    await untilTime(page, 0.3);
    await page.click("#run");
    await page.click('.row.lane[data-task="T5"] .track');
    const sheet = page.locator(".inspector[data-sheet]");
    await sheet.waitFor();
    const [answer, bar, lane] = await Promise.all(
      [".inspector .answer", "#run-bar", '.row.lane[data-task="T5"]'].map((what) => page.locator(what).boundingBox()),
    );
    assert.ok(answer.y > 0 && answer.y + answer.height <= bar.y, JSON.stringify({ answer, bar }));
    assert.ok(lane.y + lane.height <= (await sheet.boundingBox()).y, "the lane is still visible");
    await sheet.getByRole("button", { name: "Close" }).click();
    await sheet.waitFor({ state: "detached" });
  }));

/** Runs to the end on a narrow screen, where the settings are folded away. */
async function hurryNarrow(page) {
  await page.getByRole("button", { name: "More settings" }).click();
  await hurry(page);
}
