// Checks that a run can be paused at any moment and stepped forward and back, by mouse and by key; and that a run of
// very many tasks stays usable.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { clockOf, eventually, open, openTab, tableRows, untilLoaded, untilRun, untilTime, visit } from "./visit.mjs";

const site = await open();
after(site.close);

describe("back and forward", () => {
  test("a finished run that is stepped back and forward shows the same page again", () =>
    visit(site, "/s/gather?speed=instant&task=A002", {}, async (page) => {
      await untilRun(page, "finished");
      await untilLoaded(page);
      const way = [await shown(page)];
      for (let step = 0; step < 6; step += 1) {
        await page.click("#back");
        await untilRun(page, "paused");
        way.push(await changed(page, way.at(-1)));
      }
      way.pop();
      while (way.length > 0) {
        await page.click("#step");
        const expected = way.pop();
        await eventually(() => shown(page), (now) => now === expected, "the same page as on the way back");
      }
      await untilRun(page, "finished");
    }));

  test("a live run that is paused can be stepped back and forward, and then continues to its end", () =>
    visit(site, "/s/gather?a003=8", {}, async (page) => {
      await untilLoaded(page);
      await page.click("#run");
      await untilTime(page, 1.0);
      await page.click("#run");
      await untilRun(page, "paused");
      await page.click("#step");
      const held = await settled(page);
      for (const button of ["#back", "#back", "#back"]) await page.click(button);
      assert.notEqual(await changed(page, held), held);
      for (const button of ["#step", "#step", "#step"]) await page.click(button);
      await eventually(() => shown(page), (now) => now === held, "the page as it was when paused");
      await page.selectOption("#speed", "10");
      await page.click("#run");
      await untilRun(page, "finished");
      assert.equal(await clockOf(page), 8);
    }));

  test("a live run that was moved back is replayed at the clock's pace", () =>
    visit(site, "/s/gather", {}, async (page) => {
      await page.click("#run");
      await untilRun(page, "finished");
      await page.locator("#scrubber").focus();
      await page.keyboard.press("Home");
      await untilRun(page, "paused");
      assert.equal(await clockOf(page), 0);
      await page.click("#run");
      await untilRun(page, "running");
      await untilTime(page, 0.3);
      await untilRun(page, "finished");
      assert.equal(await clockOf(page), 1.5);
    }));

  test("a step can be an iteration, or an event of the selected task", () =>
    visit(site, "/s/gather?speed=instant&task=A004&step=task&tab=log", {}, async (page) => {
      await untilRun(page, "finished");
      await page.click("#back");
      await eventually(() => clockOf(page), (time) => time === 0.5, "the end of A004");
      await page.selectOption("#steps", "iteration");
      await page.click("#back");
      await eventually(() => clockOf(page), (time) => time === 0.5, "the previous iteration, at the same time");
    }));
});

describe("a moment", () => {
  test("in a new address is shown in a run that was paused at another one", () =>
    visit(site, "/s/gather?speed=instant&at=0.5", {}, async (page) => {
      await eventually(() => clockOf(page), (time) => time === 0.5, "the moment of the address");
      for (const at of [1.4, 0.1]) {
        await page.evaluate((at) => (location.hash = `#/s/gather?speed=instant&at=${at}`), at);
        await eventually(() => clockOf(page), (time) => time === at, `the moment ${at}`);
      }
      await page.goBack();
      await eventually(() => clockOf(page), (time) => time === 1.4, "the previous moment");
    }));

  test("stays when the pace is changed, and the run continues from it", () =>
    visit(site, "/s/gather?speed=instant&a003=8&at=0.9&tab=table", {}, async (page) => {
      const { live, instant } = paceButtons(page);
      await eventually(() => clockOf(page), (time) => time === 0.9, "the moment of the address");
      const held = await tableRows(page);
      await live.click();
      await page.locator("#speed:not([disabled])").waitFor();
      await untilRun(page, "paused");
      assert.equal(await clockOf(page), 0.9);
      assert.deepEqual(await tableRows(page), held);
      await page.click("#run");
      await untilRun(page, "running");
      await untilTime(page, 1.0);
      await page.click("#run");
      await untilRun(page, "paused");
      const now = await clockOf(page);
      assert.ok(now < 8, "the run continued at its pace");
      await instant.click();
      await page.locator("#speed[disabled]").waitFor();
      await eventually(() => clockOf(page), (time) => time === now, "the same moment");
      await untilRun(page, "paused");
    }));

  test("of two programs is stepped in the order of time, although one blocks its thread", () =>
    visit(site, "/s/concurrent?compare=1&task=D1%40concurrent", {}, async (page) => {
      const times = [0];
      while (times.at(-1) < 4.5) {
        await page.click("#step");
        times.push(await clockOf(page));
        assert.ok(times.length < 30, times.join(" "));
      }
      assert.deepEqual([...new Set(times)], [0, 1, 1.5, 2, 4.5]);
    }));
});

/** The two buttons that set the pace. */
function paceButtons(page) {
  const [live, instant] = ["Live", "Instant"].map((name) => page.getByRole("button", { name, exact: true }));
  return { live, instant };
}

describe("the ruler", () => {
  test("moves the cursor by keyboard alone", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      await untilRun(page, "finished");
      await page.locator("#scrubber").focus();
      const value = () => page.locator("#scrubber").getAttribute("aria-valuenow");
      for (const [key, time] of [
        ["Home", "0.000"],
        ["PageUp", "0.150"],
        ["ArrowRight", "0.165"],
        ["ArrowLeft", "0.150"],
        ["Shift+ArrowRight", "0.500"],
        ["End", "1.500"],
      ]) {
        await page.keyboard.press(key);
        await eventually(value, (now) => now === time, `${time} after ${key}`);
      }
      await untilRun(page, "finished");
    }));

  test("is dragged with the mouse", () =>
    visit(site, "/s/gather?speed=instant&tab=table", {}, async (page) => {
      await untilRun(page, "finished");
      const box = await page.locator("#scrubber").boundingBox();
      await page.mouse.move(box.x + box.width - 1, box.y + 30);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2, box.y + 30, { steps: 5 });
      await untilRun(page, "paused");
      await page.mouse.move(box.x + 1, box.y + 30, { steps: 5 });
      await page.mouse.up();
      await eventually(() => clockOf(page), (time) => time < 0.1, "the beginning");
      const ends = (await tableRows(page)).map((row) => row[3]);
      assert.ok(ends.every((end) => end === ""), "nothing has ended yet");
    }));
});

describe("the inspector", () => {
  for (const [lang, sentence] of [
    ["en", "It waits in Semaphore(2).acquire(). It is the first in line. Held by T3, T4."],
    ["fr", "Elle attend dans Semaphore(2).acquire(). Elle est la première de la file. Tenu par T3, T4."],
  ]) {
    test(`says in ${lang} why T5 of semaphore does not run at 1.9`, () =>
      visit(site, `/s/semaphore?speed=instant&task=T5&lang=${lang}`, {}, async (page) => {
        await untilRun(page, "finished");
        await page.locator("#scrubber").focus();
        await page.keyboard.press("Home");
        const time = () => clockOf(page);
        for (let press = 0; (await time()) < 1.85 && press < 100; press += 1) await page.keyboard.press("ArrowRight");
        assert.ok((await time()) < 2.2);
        await eventually(() => page.textContent(".inspector .answer"), (text) => text === sentence, sentence);
      }));
  }
});

describe("arrows", () => {
  for (const width of [1280, 390]) {
    test(`go from the middle of one lane to the middle of another, ${width} px`, () =>
      visit(site, "/s/semaphore?speed=instant&task=T3", { width }, async (page) => {
        await untilRun(page, "finished");
        const places = await page.evaluate(() => {
          const middle = (task) => {
            const { top, bottom } = document.querySelector(`.row.lane[data-task="${task}"]`).getBoundingClientRect();
            return (top + bottom) / 2;
          };
          const { top, bottom } = document.querySelector(".arrow").getBoundingClientRect();
          return { ends: [top, bottom], lanes: [middle("T1"), middle("T3")] };
        });
        places.ends.forEach((end, side) => assert.ok(Math.abs(end - places.lanes[side]) < 3, JSON.stringify(places)));
      }));
  }
});

describe("ten thousand tasks", () => {
  for (const width of [1280, 390]) {
    test(`have lanes at every scroll offset, ${width} px`, () =>
      visit(site, "/s/many-tasks?speed=instant&tasks=10000", { width }, async (page) => {
        await untilRun(page, "finished");
        for (const part of [0.2, 0.5, 0.9]) {
          await page.locator("#timeline").evaluate((box, part) => box.scrollTo(0, box.scrollHeight * part), part);
          const gaps = () =>
            page.evaluate(() => {
              const box = document.querySelector("#timeline").getBoundingClientRect();
              const lanes = [...document.querySelectorAll(".row.lane")].map((lane) => lane.getBoundingClientRect());
              return { above: lanes[0].top - box.top, below: box.bottom - lanes.at(-1).bottom };
            });
          await eventually(gaps, ({ above, below }) => above < 60 && below < 0, `lanes from edge to edge at ${part}`);
        }
      }));
  }

  test("are rendered only if they are visible, also after scrolling and moving the cursor", () =>
    visit(site, "/s/many-tasks?speed=instant&tasks=10000", {}, async (page) => {
      await untilRun(page, "finished");
      const lanes = page.locator(".row.lane");
      assert.ok((await lanes.count()) < 300, "only the visible lanes");
      const first = await lanes.first().getAttribute("data-task");
      await page.locator("#timeline").evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
      await eventually(() => lanes.first().getAttribute("data-task"), (name) => name !== first, "other lanes");
      assert.ok((await lanes.count()) < 300);
      await page.locator("#scrubber").focus();
      await page.keyboard.press("Home");
      await untilRun(page, "paused");
      await page.keyboard.press("End");
      await untilRun(page, "finished");
      await openTab(page, "table");
      assert.ok((await tableRows(page)).length <= 1001);
    }));
});

/** The page's lanes, inspector, panel and clock as text, with the attributes in a fixed order. */
function shown(page) {
  return page.evaluate(() => {
    const told = (node) => {
      if (node.nodeType !== Node.ELEMENT_NODE) return node.textContent;
      const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
      return `<${node.tagName} ${attributes.join(" ")}>${[...node.childNodes].map(told).join("")}</>`;
    };
    const parts = [".rows", ".inspector", "#clock", "#panel"].map((selector) => document.querySelector(selector));
    return parts.map((part) => (part ? told(part) : "")).join("\n");
  });
}

/** The page's state when it differs from `before`. */
function changed(page, before) {
  return eventually(() => shown(page), (now) => now !== before, "a change of the page");
}

/** The page's state when it no longer changes. */
async function settled(page) {
  let last = await shown(page);
  return eventually(
    async () => {
      const now = await shown(page);
      const still = now === last;
      last = now;
      return { now, still };
    },
    ({ still }) => still,
    "a page that no longer changes",
  ).then(({ now }) => now);
}
