// Runs every scenario of the page by a click. Runs five of them in both languages by mouse, by keyboard and by address.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { open, openAfresh, openTab, scenarioIds, tableRows, untilRun, visit } from "./visit.mjs";

/** One of each kind: a pair of programs, a queue, failures, a conversation, and real requests. */
const inFull = ["concurrent", "producer-consumer", "task-group", "chat-bot", "real-requests"];

/** The columns of the Table tab. */
const [task, , , end, outcome] = [0, 1, 2, 3, 4, 5];

const site = await open();
after(site.close);

describe("a click on Run", { concurrency: 2 }, async () => {
  for (const id of await scenarioIds(site)) {
    test(`runs ${id} with the same story as CPython`, () =>
      visit(site, `/s/${id}?speed=10`, {}, async (page) => {
        const rows = await runByMouse(page);
        await checkTable(page, rows);
        if (await page.locator("main[data-real]").count()) return;
        await comparesWithPython(page);
        await hasItsTexts(page);
      }));
  }
});

const shared = await open({ base: "/sub/" });
after(shared.close);

describe("mouse, keyboard and address, on a host with other pages,", { concurrency: 2 }, () => {
  // In French, since the clicks above are in English.
  for (const id of inFull) test(`give the same run of ${id}`, () => runsAlike(shared, id, "fr"));
});

async function runsAlike(site, id, language) {
  const live = `/s/${id}?speed=10&lang=${language}`;
  await visit(site, live, { language }, async (page) => {
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    const byTabKey = await runByTabKey(page);
    await checkTable(page, byTabKey);
    if (await page.locator("main[data-real]").count()) return runsRealAlike(site, page, live, byTabKey);

    await openAfresh(site, page, live);
    assert.deepEqual(await runByShortcut(page), byTabKey, "Ctrl+Enter gives the same table as the Tab key");

    await openAfresh(site, page, live);
    assert.deepEqual(await runByMouse(page), byTabKey, "the mouse gives the same table as the keyboard");

    await openAfresh(site, page, `/s/${id}?speed=instant&lang=${language}`);
    assert.deepEqual(await runByAddress(page), byTabKey, "the address gives the same table as the keyboard");
    await comparesWithPython(page);
    await hasItsTexts(page);
  });
}

/** The times of real requests differ, so only the outcomes are compared. No address starts them. */
async function runsRealAlike(site, page, live, byTabKey) {
  const ends = (rows) => rows.map((row) => [row[task], row[outcome]]);
  for (const run of [runByShortcut, runByMouse]) {
    await openAfresh(site, page, live);
    assert.deepEqual(ends(await run(page)), ends(byTabKey));
  }
  await openAfresh(site, page, live.replace("speed=10", "speed=instant"));
  assert.equal(await page.getAttribute("main", "data-run-state"), "idle");
}

async function runByMouse(page) {
  await page.click("#run");
  await untilRun(page, "finished");
  await openTab(page, "table");
  return tableRows(page);
}

async function runByAddress(page) {
  await untilRun(page, "finished");
  await openTab(page, "table");
  return tableRows(page);
}

async function runByTabKey(page) {
  await tabTo(page, "#run");
  await page.keyboard.press("Enter");
  await untilRun(page, "finished");
  return readTableByKeyboard(page);
}

async function runByShortcut(page) {
  await page.keyboard.press("Control+Enter");
  await untilRun(page, "finished");
  return readTableByKeyboard(page);
}

async function readTableByKeyboard(page) {
  await tabTo(page, '[role="tab"]');
  await page.keyboard.press("End");
  await page.locator('#panel[data-tab="table"]').waitFor();
  return tableRows(page);
}

/** Presses Tab until the focused element matches this selector. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`200 presses of Tab do not lead to ${selector}`);
}

/** Asserts that every lane has a row, with an end and one of the outcomes in the legend. */
async function checkTable(page, rows) {
  const lanes = await page.locator(".lane[data-task]").evaluateAll((lanes) => lanes.map((lane) => lane.dataset.task));
  assert.deepEqual(rows.map((row) => row[task]), lanes, "the table has a row for each lane");
  assert.equal(rows[0]?.[task], "main");

  const words = await outcomes(page);
  for (const row of rows) {
    assert.match(row[end], /^\d+[.,]\d{3}$/, `${row[task]} has an end`);
    assert.ok(words.includes(row[outcome]), `${row[task]} has an outcome, not “${row[outcome]}”`);
  }
}

/** The names of the five outcomes in the full legend. */
async function outcomes(page) {
  await page.click("#legend");
  const words = await page
    .locator("#full-legend [data-end]")
    .evaluateAll((items) =>
      items
        .filter((item) => ["result", "error", "timeout", "cancelled", "swallowed"].includes(item.dataset.end))
        .map((item) => item.querySelector("b").textContent),
    );
  assert.equal(words.length, 5);
  return words;
}

/** Asserts that the program, its twin and the guide are loaded on demand. */
async function hasItsTexts(page) {
  await openTab(page, "code");
  for (const place of [0, 1]) await page.locator("#panel pre").nth(place).locator(".l").nth(5).waitFor();
  await openTab(page, "explanation");
  await page.locator("#panel .explanation p").first().waitFor();
  await page.locator(".inspector .tips li").first().waitFor();
}

async function comparesWithPython(page) {
  await openTab(page, "outcome");
  await page.click(".proof button");
  const verdict = page.locator('[data-verdict]:not([data-verdict="waiting"])');
  await verdict.waitFor();
  assert.equal(await verdict.getAttribute("data-verdict"), "equal", await verdict.textContent());
}
