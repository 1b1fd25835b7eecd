// Answers exercises as a learner does: writes an answer, presses Check, goes to the moment of a fault, opens hints, passes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, describe, test } from "node:test";
import { exercise } from "../../tools/exercises.mjs";
import { turnTo } from "./views.mjs";
import { addressHas, eventually, isForEveryone, open, reload, visit } from "./visit.mjs";

const site = await open({ keepsEngine: true });
after(site.close);

const boot = 120_000; // milliseconds that Python may take to start on a busy machine

const oneByOne = `from kitchen import cook


async def serve(dishes):
    return [await cook(dish) for dish in dishes]
`;

const groups = `import asyncio
from kitchen import cook


async def serve(dishes):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(cook(dish), name=dish) for dish in dishes]
    return [task.result() for task in tasks]
`;

/** Opens an exercise, and calls `use` when its task and the editor are shown. */
function at(address, options, use) {
  return visit(site, address, options, async (page, context) => {
    await page.locator(".drill h2").waitFor();
    await page.locator(".cm-line").first().waitFor({ state: "attached" });
    await use(page, context);
  });
}

/** Replaces the text in the editor by an answer. */
async function write(page, text) {
  await turnTo(page, "code");
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

/** Presses Check, with the pointer or by keys, and waits for this result. */
async function check(page, state, press = () => page.click("#check")) {
  await turnTo(page, "task");
  await press();
  // The marks of the previous check are replaced when this check has ended.
  await page.locator("#check:not([aria-disabled])").waitFor({ timeout: boot });
  const mark = page.locator(state === "passed" ? ".drill-marks[data-passed]" : `[data-check="${state}"][data-state="failed"]`);
  await mark.waitFor({ timeout: boot });
}

const told = (page) => page.locator(".drill-told").textContent();

describe("an exercise", () => {
  test("is answered wrongly, shows the fault's moment beside the model's run, and is passed", () =>
    at("/e/first-gather", { width: 1440, height: 900 }, async (page) => {
      await write(page, oneByOne);
      await check(page, "together");
      assert.match(await page.textContent(".drill-fault"), /At most 1 of 3 run in cook at the same time\..*Values 1 of 4/);
      assert.match(await told(page), /^7 of 9 checks are done/);
      await page.click("#ghost");
      await eventually(() => page.locator(".row.head").count(), (heads) => heads === 2, "the model's run above");
      await page.click(".drill-lead");
      await addressHas(page, "at=0");
      await write(page, groups);
      await page.click("#ghost");
      await check(page, "passed");
      assert.match(await told(page), /Everything is done, with all 4 sets/);
      await reload(page);
      await page.locator('[data-exercise="first-gather"] .t').waitFor();
      assert.equal(await page.textContent('[data-exercise="first-gather"] .t'), "done");
      await eventually(() => page.locator(".cm-content").innerText(), (text) => text.includes("TaskGroup"), "the kept answer");
    }));

  test("that is a hunt, in French, has hints, a solution, and the result as a file", () =>
    at("/e/one-by-one?lang=fr", {}, async (page) => {
      await check(page, "together");
      assert.match(await page.textContent(".drill-fault"), /À 0\ss, 1 capteur sur 3 est interrogé/);
      assert.equal(await page.locator(".drill-hint").count(), 0);
      for (const count of [1, 2, 3]) {
        await page.click(".drill-next");
        assert.equal(await page.locator(".drill-hint").count(), count);
      }
      assert.match(await page.textContent(".drill-hint.solution"), /Le journal le prouve/);
      const loading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Exporter le résultat" }).click();
      const result = JSON.parse(await readFile(await (await loading).path(), "utf8"));
      assert.deepEqual([result.exercise, result.passed, result.checks.find(({ state }) => state === "failed").check], ["one-by-one", false, "together"]);
      assert.equal(result.program, exercise("one-by-one").start);
      await write(page, exercise("one-by-one").model);
      await check(page, "passed");
      assert.match(await told(page), /Tout est fait, avec les 3 jeux de valeurs/);
      await page.getByRole("button", { name: "EN, English" }).click();
      await eventually(() => told(page), (text) => text.startsWith("Everything is done"), "the text in English");
    }));

  test("is answered by keys on a phone; an endless loop fails with its reason", () =>
    at("/e/first-gather", { width: 390, height: 844 }, async (page) => {
      await write(page, "async def serve(dishes):\n    while True:\n        pass\n");
      const keys = async () => {
        await page.locator("#check").focus();
        await page.keyboard.press("Enter");
      };
      await check(page, "runs", keys);
      assert.match(await page.textContent(".drill-fault"), /endless loop/);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
      await write(page, oneByOne);
      await check(page, "together", keys);
      await page.locator(".drill-lead").focus();
      await page.keyboard.press("Enter");
      await page.locator('main[data-page="timeline"] .row.lane').first().waitFor();
      await write(page, groups);
      await check(page, "passed", keys);
    }));

  test("begins on a phone with its task; the bar below leads to the editor, and Run to the timeline", () =>
    at("/e/first-gather?lang=fr", { width: 390, height: 844 }, async (page) => {
      const seen = (selector) => page.locator(selector).first().isVisible();
      await page.locator(".drill h2").waitFor();
      assert.ok(!(await seen(".editor")), "the task is a page of its own");
      await page.getByRole("button", { name: "Code", exact: true }).click();
      const line = await page.locator(".cm-line").first().boundingBox();
      assert.ok(line.y > 0 && line.y < 300, `the first line of the code, at ${line.y}`);
      assert.ok(!(await seen(".drill")));
      await page.getByRole("button", { name: "Lancer", exact: true }).click();
      await page.locator('main[data-page="timeline"][data-run-state="finished"] .row.lane').first().waitFor({ timeout: boot });
      await eventually(() => page.locator("#run span").boundingBox(), (word) => word.width > 20, "the word of the main button after the run");
      await page.getByRole("button", { name: "Consigne", exact: true }).click();
      assert.ok(await seen("#check"));
      await isForEveryone(page);
    }));

  test("does not scroll the page after Check, on a phone", () =>
    at("/e/at-most", { width: 390, height: 844 }, async (page) => {
      await check(page, "at_most");
      // The editor, below the panel, scrolls to the fault's line. The page must not scroll.
      await page.locator('main[data-run-state="paused"], main[data-run-state="finished"]').waitFor();
      const { y } = await page.locator(".drill-lead").boundingBox();
      assert.ok(y >= 0 && y < 844, `the way to the moment is in sight, at ${y}`);
    }));

  test("is passed on a phone, in French, by keys", () =>
    at("/e/stopped-heart?lang=fr", { width: 390, height: 844 }, async (page) => {
      const { start_fails: fails, model, task } = exercise("stopped-heart");
      assert.equal(await page.textContent(".drill h2"), task.fr.title);
      const keys = async () => {
        await page.locator("#check").focus();
        await page.keyboard.press("Enter");
      };
      await check(page, fails, keys);
      await isForEveryone(page);
      await write(page, model);
      await check(page, "passed", keys);
      await isForEveryone(page);
    }));

  test("with an unknown ID shows a message and the list of exercises", () =>
    visit(site, "/e/no-such-thing", {}, async (page) => {
      await page.getByText("There is no such exercise.").waitFor();
      await page.click('[data-exercise="first-gather"]');
      await page.getByRole("heading", { name: "A first gather" }).waitFor();
    }));
});

test("the contents list the exercises when their list is opened", () =>
  visit(site, "/", {}, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.locator(".contents details.drills summary").click();
    await page.click('.contents [data-exercise="one-by-one"]');
    await page.getByRole("heading", { name: exercise("one-by-one").task.en.title }).waitFor();
    assert.ok(asked.some((address) => address.endsWith("exercises/index.json")), "the list is loaded only when it is opened");
  }));

for (const scheme of ["light", "dark"]) {
  test(`an exercise has no axe violation, ${scheme}`, () =>
    at("/e/first-gather", { scheme }, async (page) => {
      await isForEveryone(page);
      await write(page, oneByOne);
      await check(page, "together");
      await page.click(".drill-next");
      await isForEveryone(page);
    }));
}
