// Checks that a task is found by its name, and that the tasks that a task has created can be folded into one row.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { eventually, open, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);
const many = (tasks) => `/s/many-tasks?speed=instant&tasks=${tasks}`;

describe("a task is searched", () => {
  test("among ten thousand, by keyboard alone", () =>
    visit(site, many(10_000), {}, async (page) => {
      await untilRun(page, "finished");
      await page.focus("#find-task");
      await page.keyboard.type("TASK-77");
      await eventually(() => said(page), (text) => text === "111 tasks", "the number of tasks found");
      for (const [key, name, place] of [
        ["Enter", "Task-77", "1 of 111"],
        ["Enter", "Task-770", "2 of 111"],
        ["Shift+Enter", "Task-77", "1 of 111"],
        ["Shift+Enter", "Task-7799", "111 of 111"],
      ]) {
        await page.keyboard.press(key);
        await eventually(() => said(page), (text) => text === place, `${place} after ${key}`);
        await page.waitForURL(new RegExp(`task=${name}(&|$)`));
        await eventually(() => inSight(page, name), (seen) => seen, `a visible ${name}`);
      }
      assert.equal(await page.locator('.row.lane[data-task="Task-7799"] mark').textContent(), "Task-77");
      assert.equal(await page.locator('.row.lane[data-task="Task-7801"] mark').count(), 0);
      await page.keyboard.press("Escape");
      await eventually(() => page.locator("mark").count(), (count) => count === 0, "no mark");
    }));

  test("and if none has that name, the page says so and disables the buttons", () =>
    visit(site, `${many(100)}&lang=fr`, {}, async (page) => {
      await untilRun(page, "finished");
      await page.fill("#find-task", "rien");
      await eventually(() => said(page), (text) => text === "aucune tâche", "a message that there is none");
      assert.ok(await page.getByRole("button", { name: "Tâche trouvée suivante (Entrée)" }).isDisabled());
      assert.equal(await page.inputValue("#find-task"), "rien");
    }));

  test("and scrolled to on a phone, where all lanes are rendered", () =>
    visit(site, many(60), { width: 390, height: 844 }, async (page) => {
      await untilRun(page, "finished");
      await page.fill("#find-task", "task-55");
      await page.press("#find-task", "Enter");
      await eventually(() => inSight(page, "Task-55"), (seen) => seen, "a visible Task-55");
    }));

  test("only if there are many tasks", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      await untilRun(page, "finished");
      assert.ok(await page.locator("#find-task").isHidden());
    }));
});

describe("a frame of a run of ten thousand tasks changes few elements", () => {
  test("while the cursor is dragged between two events: no lane and no panel, until it rests", () =>
    visit(site, many(10_000), {}, async (page) => {
      await untilRun(page, "finished");
      const { left, top, width } = await page.$eval("#scrubber", (ruler) => ruler.getBoundingClientRect().toJSON());
      await page.mouse.move(left + width * 0.3, top + 10);
      await page.mouse.down();
      const inspector = () => page.textContent(".inspector .who .at");
      await eventually(inspector, (text) => !text.includes("1.000"), "the inspector at the cursor");
      await page.evaluate(watch, ".lanes, .inspector, #panel, .map");
      // On a busy machine the mouse may rest between two steps: then nothing is proven, and it is dragged again.
      const drag = async (to) => {
        await page.evaluate(noteMoves);
        await page.mouse.move(left + width * to, top + 10, { steps: 8 });
        return page.evaluate(() => ({ rest: window.longestRest(), touched: window.touched() }));
      };
      let dragged = await drag(0.5);
      for (let more = 0; more < 20 && dragged.rest > 60; more += 1) dragged = await drag(more % 2 ? 0.5 : 0.4);
      assert.deepEqual(dragged.touched, [], "only the cursor and the clock change");
      await page.mouse.up();
      const time = await page.textContent("#clock");
      await eventually(inspector, (text) => text.includes(time), "the inspector at the new place");
    }));

  test("while it is scrolled: no lane that stays visible", () =>
    visit(site, many(10_000), {}, async (page) => {
      await untilRun(page, "finished");
      await page.evaluate(watch, ".row.lane, .inspector, #panel");
      const before = await page.locator(".row.lane").count();
      await page.evaluate(() => (document.querySelector("#timeline").scrollTop += 720));
      await page.locator('.row.lane[data-task="Task-2"]').waitFor({ state: "detached" });
      assert.deepEqual(await page.evaluate(() => window.touched()), []);
      assert.ok(before < 60, `${before} lanes are drawn`);
    }));
});

/** Runs in the page: measures the longest time in milliseconds without a move of the mouse, and forgets earlier changes. */
function noteMoves() {
  let [last, longest] = [performance.now(), 0];
  const rest = () => ([last, longest] = [performance.now(), Math.max(longest, performance.now() - last)]);
  addEventListener("pointermove", rest, { capture: true });
  window.touched(true);
  window.longestRest = () => {
    rest();
    return longest;
  };
}

/** Runs in the page: records each later change within the elements that the selector finds. */
function watch(selector) {
  const seen = [];
  const there = [...document.querySelectorAll(selector)];
  const note = ({ type, target, attributeName }) => {
    const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
    // The first rendered lane gets the `tabindex` that Tab reaches, so that attribute changes.
    if (there.some((one) => one.contains(element)) && attributeName !== "tabindex") seen.push(`${type} ${attributeName ?? ""} at ${element.outerHTML.slice(0, 80)}`);
  };
  const observer = new MutationObserver((changes) => changes.forEach(note));
  observer.observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
  window.touched = (forgets = false) => {
    observer.takeRecords().forEach(note);
    return seen.splice(0, forgets ? Infinity : 5).slice(0, 5);
  };
}

describe("a task's children", () => {
  test("are folded by a key into one row with their number, and unfolded again", () =>
    visit(site, many(10_000), {}, async (page) => {
      await untilRun(page, "finished");
      const fold = page.getByRole("button", { name: "Tasks made by main" });
      assert.equal(await fold.getAttribute("aria-expanded"), "true");
      await fold.focus();
      await page.keyboard.press("Enter");
      await eventually(() => page.locator(".row.lane").count(), (count) => count === 1, "only the lane of main");
      assert.equal(await fold.getAttribute("aria-expanded"), "false");
      assert.ok(await fold.evaluate((button) => button === document.activeElement), "the focus stays on the button");
      const row = page.locator(".row.folded");
      assert.equal(await row.locator(".name").textContent(), "10\u202f000 tasks");
      assert.match(await row.locator("q").textContent(), /^result 10\u202f000$/);
      assert.doesNotMatch(await page.evaluate(() => location.hash), /task=/, "main was not selected");
      await page.focus("#scrubber");
      await page.keyboard.press("PageDown");
      await eventually(() => row.locator("q").textContent(), (text) => text === "sleeping 10\u202f000", "the state of the folded tasks");
      await fold.focus();
      await page.keyboard.press("Space");
      await eventually(() => page.locator(".row.lane").count(), (count) => count > 10, "its lanes");
    }));

  test("stay folded in their program when another program is shown above it", () =>
    visit(site, "/s/concurrent?speed=instant", {}, async (page) => {
      await untilRun(page, "finished");
      await page.getByRole("button", { name: "Tasks made by main" }).click();
      await page.click("#compare");
      await page.locator('[data-track="sequential"]').first().waitFor();
      const folded = () => page.evaluate(() => document.querySelector(".row.folded")?.closest("[data-track]")?.dataset.track);
      await eventually(folded, (track) => track === "concurrent", "a folded row of its own program");
      assert.equal(await page.locator(".row.folded").count(), 1);
    }));

  test("are unfolded by a search that finds one of them", () =>
    visit(site, many(300), {}, async (page) => {
      await untilRun(page, "finished");
      await page.getByRole("button", { name: "Tasks made by main" }).click();
      await page.locator(".row.folded").waitFor();
      await page.fill("#find-task", "task-250");
      await page.press("#find-task", "Enter");
      await eventually(() => inSight(page, "Task-250"), (seen) => seen, "a visible Task-250");
      assert.equal(await page.locator(".row.folded").count(), 0);
    }));

  test("have their arrows at the row into which they are folded", () =>
    visit(site, "/s/semaphore?speed=instant&task=T3", {}, async (page) => {
      await untilRun(page, "finished");
      await page.locator(".arrow").first().waitFor();
      await page.getByRole("button", { name: "Tasks made by main" }).click();
      const row = await page.locator(".row.folded").boundingBox();
      const arrow = await page.locator(".arrow").first().boundingBox();
      assert.ok(Math.abs(arrow.y - (row.y + row.height / 2)) < 8, JSON.stringify({ row, arrow }));
    }));
});

describe("the map of the run", () => {
  test("is shown only if a part of the run is not visible", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      await untilRun(page, "finished");
      assert.equal(await page.locator("#map").count(), 0);
      await page.locator("#timeline").focus();
      await page.keyboard.press("+");
      await page.locator("#map").waitFor();
      await page.keyboard.press("0");
      await page.locator("#map").waitFor({ state: "detached" });
    }));

  test("scrolls the timeline by a click and by arrow keys", () =>
    visit(site, many(10_000), {}, async (page) => {
      await untilRun(page, "finished");
      await page.locator("#timeline").focus();
      for (let press = 0; press < 4; press += 1) await page.keyboard.press("+");
      const scroll = () => page.locator("#timeline").evaluate((box) => [box.scrollLeft / box.scrollWidth, box.scrollTop / box.scrollHeight]);
      const frame = () =>
        page.locator("#map > i").evaluate((frame) => {
          const [inner, outer] = [frame, frame.parentElement].map((one) => one.getBoundingClientRect());
          return (inner.left - outer.left) / outer.width;
        });
      const map = await page.locator("#map").boundingBox();
      await page.mouse.click(map.x + map.width * 0.3, map.y + map.height / 2);
      const [left, top] = await eventually(scroll, ([, top]) => top > 0.4 && top < 0.6, "the middle of the lanes");
      await eventually(frame, (at) => Math.abs(at - left) < 0.05, "the frame around the visible part");
      await page.focus("#map");
      await page.keyboard.press("ArrowRight");
      await eventually(scroll, ([now]) => now > left, "a scroll offset further right");
      await page.keyboard.press("ArrowDown");
      await eventually(scroll, ([, now]) => now > top, "a scroll offset further down");
      const there = await scroll();
      await page.keyboard.press("Control+Home");
      assert.deepEqual(await scroll(), there, "keys with Ctrl are the browser's");
      await page.keyboard.press("Home");
      await eventually(scroll, ([x, y]) => x === 0 && y === 0, "the beginning");
    }));
});

/** The page's message about the search. */
function said(page) {
  return page.textContent('.find [role="status"]');
}

/** Whether this task's lane exists, is selected, and is inside the window and its box. */
function inSight(page, name) {
  return page.evaluate((name) => {
    const lane = document.querySelector(`.row.lane[data-selected][data-task="${name}"]`)?.getBoundingClientRect();
    const box = document.querySelector("#timeline").getBoundingClientRect();
    return lane !== undefined && lane.top >= Math.max(0, box.top) && lane.bottom <= Math.min(innerHeight, box.bottom);
  }, name);
}
