// Runs every scenario that the page lists, in both languages and at two bases: by mouse, by keyboard and by address.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { open, openAfresh, openTab, scenarioIds, tableRows, untilRun, visit } from "./visit.mjs";

const languages = ["en", "fr"];

/** When tasks end with the default parameters, by the names that the Table tab gives them. */
const ends = {
  sequential: { main: "4.500" },
  concurrent: { D2: "1.000", D3: "1.500", D1: "2.000", main: "2.000" },
  "one-coroutine": { main: "1.000" },
  "several-awaits": { main: "1.000" },
  gather: { main: "1.500" },
  "create-task": { main: "2.100" },
  "simulated-requests": { "/albums": "0.628", "/photos": "1.717", main: "1.717" },
  "handle-each-error": { store: "0.558", parse: "1.151", main: "1.151" },
  "return-exceptions": { B: "0.557", main: "1.456" },
  semaphore: { T1: "1.200", T2: "1.800", T3: "2.200", T4: "3.300", T5: "3.300", main: "3.300" },
  "service-monitor": { "API-Posts": "0.821", "API-Users": "1.065", "API-Albums": "1.385", main: "1.385" },
  "file-downloader": { note: "0.500", film: "3.000", main: "3.000" },
  "priority-tasks": { Alert: "2.300", W2: "7.300", main: "7.500" },
  "weather-stations": { Lille: "1.812", Paris: "2.000", main: "2.000" },
  "wait-for": { quick: "1.000", slow: "2.000", main: "2.000" },
  "forgotten-await": { main: "0.500" },
  "which-tool": { IO4: "1.000", CPU1: "2.000", CPU4: "5.000", main: "5.000" },
  "blocking-call": { work: "2.200", fast: "3.200", slow: "4.600", main: "4.600" },
  "task-group": { photos: "1.000", prices: "2.000", stock: "2.000", main: "2.000" },
  "timeout-block": { main: "3.000" },
  cancellation: { obedient: "1.000", tidy: "1.500", stubborn: "3.000", main: "3.000" },
  shield: { payment1: "1.000", payment2: "2.000", order1: "1.000", order2: "1.000", main: "2.000" },
  "as-completed": { A004: "0.500", A002: "0.800", A001: "1.200", A003: "1.500", main: "1.500" },
  "first-completed": { south: "1.000", north: "1.300", west: "1.500", main: "1.500" },
  "producer-consumer": { P: "3.400", C1: "7.900", main: "7.900" },
  "lock-race": { T1: "0.500", T2: "0.700", T3: "0.900", T4: "1.100", main: "1.100" },
  "event-signal": { V1: "2.000", V2: "2.000", V3: "2.500", main: "2.500" },
  "many-tasks": { "Task-2": "1.000", "Task-101": "1.000", main: "1.000" },
  barrier: { H1: "3.000", H2: "3.000", H3: "3.000", main: "3.000" },
  "system-monitor": { CPU: "10.000", notifier: "11.500", main: "11.500" },
  "chat-bot": { Ann: "2.746", "bot-Bob": "4.311", main: "4.311" },
  "web-crawler": { home: "0.200", attic: "0.900", slow: "2.400", main: "2.400" },
  "api-gateway": { "R2-reviews": "2.805", "R3-reviews": "3.305", "R6-reviews": "6.477", main: "6.545" },
};

/** The columns of the Table tab. */
const [task, , , end, outcome] = [0, 1, 2, 3, 4, 5];

for (const base of ["/", "/sub/"]) {
  const site = await open({ base });
  after(site.close);
  const ids = await scenarioIds(site);

  describe(`mounted under ${base}`, { concurrency: 2 }, () => {
    for (const id of ids) {
      for (const language of languages) {
        test(`${id} runs alike by mouse, by keyboard and by address (${language})`, () =>
          runsAlike(site, id, language));
      }
    }

    test("the known scenarios are all there", () => {
      for (const id of Object.keys(ends)) assert.ok(ids.includes(id), id);
    });
  });
}

async function runsAlike(site, id, language) {
  const live = `/s/${id}?speed=10&lang=${language}`;
  await visit(site, live, { language }, async (page) => {
    assert.equal(await page.locator("html").getAttribute("lang"), language);
    const byTabKey = await runByTabKey(page);
    await checkTable(page, id, byTabKey);
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

/** Real requests end when they end: alike is who ended how. And an address starts none. */
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

/** Presses Tab until what has the focus fits this selector. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`200 presses of Tab do not lead to ${selector}`);
}

/** Demands a row for every lane, each with an end and one of the outcomes that the legend explains. */
async function checkTable(page, id, rows) {
  const lanes = await page.locator(".lane[data-task]").evaluateAll((lanes) => lanes.map((lane) => lane.dataset.task));
  assert.deepEqual(rows.map((row) => row[task]), lanes, "a row per lane");
  assert.equal(rows[0]?.[task], "main");

  const words = await outcomes(page);
  for (const row of rows) {
    assert.match(row[end], /^\d+\.\d{3}$/, `${row[task]} has an end`);
    assert.ok(words.includes(row[outcome]), `${row[task]} has an outcome, not “${row[outcome]}”`);
  }
  for (const [name, time] of Object.entries(ends[id] ?? {})) {
    assert.equal(rows.find((row) => row[task] === name)?.[end], time, `${name} ends at ${time}`);
  }
}

/** The words for the five outcomes, as the full legend has them. */
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

/** Demands the program, its twin and the guide, which the page loads when they are wanted. */
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
