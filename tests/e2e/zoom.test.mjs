// Checks that the time axis can be zoomed and panned: by wheel, finger, key, button and mouse.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { clockOf, eventually, open, untilRun, untilTime, visit } from "./visit.mjs";

const site = await open();
after(site.close);
const finished = "/s/gather?speed=instant";

describe("the axis is zoomed", () => {
  test("by the wheel with Ctrl, around the pointer, and the page itself is not zoomed", () =>
    visit(site, finished, {}, async (page) => {
      await untilRun(page, "finished");
      const before = await axis(page);
      const pointer = before.begin + before.length / 3;
      await page.mouse.move(pointer, before.middle);
      await page.keyboard.down("Control");
      for (let notch = 0; notch < 4; notch += 1) await page.mouse.wheel(0, -100);
      await page.keyboard.up("Control");
      const after = await eventually(() => axis(page), (now) => now.length > 3 * before.length, "a longer axis");
      assert.ok(Math.abs((pointer - after.begin) / after.length - 1 / 3) < 0.01, "the time under the pointer stays");
      assert.equal(await page.evaluate(() => visualViewport.scale), 1);
    }));

  test("not by the wheel without Ctrl", () =>
    visit(site, finished, { height: 500 }, async (page) => {
      await untilRun(page, "finished");
      const { begin, middle, length } = await axis(page);
      await page.mouse.move(begin + 100, middle);
      await page.mouse.wheel(0, 200);
      await eventually(async () => (await axis(page)).middle, (now) => now < middle, "a page that was scrolled");
      assert.equal((await axis(page)).length, length);
    }));

  test("by keys alone, with finer ticks, and back to the whole run", () =>
    visit(site, finished, {}, async (page) => {
      await untilRun(page, "finished");
      const before = await axis(page);
      assert.deepEqual(before.disabled, [true, true, false], "buttons without an effect are disabled");
      await page.locator("#timeline").focus();
      for (let press = 0; press < 8; press += 1) await page.keyboard.press("+");
      const after = await eventually(() => axis(page), (now) => now.step < before.step / 5, "finer ticks");
      assert.ok(after.length > 20 * before.length);
      assert.ok(after.ticks < 60, `only ticks around the visible part, not ${after.ticks}`);
      assert.deepEqual(after.disabled, [false, false, false]);
      await page.keyboard.press("-");
      await eventually(() => axis(page), (now) => now.length < after.length, "a shorter axis");
      await page.keyboard.press("0");
      const fit = await eventually(() => axis(page), (now) => now.disabled[0], "the whole run");
      assert.deepEqual(fit, before);
    }));

  test("by its buttons, which have names in both languages", () =>
    visit(site, `${finished}&lang=fr`, {}, async (page) => {
      await untilRun(page, "finished");
      const { length } = await axis(page);
      await page.getByRole("button", { name: "Zoom avant (+)" }).click();
      await eventually(() => axis(page), (now) => now.length > length, "a longer axis");
      await page.getByRole("button", { name: "Voir toute l’exécution (0)" }).click();
      await eventually(() => axis(page), (now) => now.length === length, "the whole run");
    }));

  test("by two fingers on a phone, and back to the whole run by a button", () =>
    visit(site, finished, { width: 390, height: 844 }, async (page, context) => {
      await untilRun(page, "finished");
      const before = await axis(page);
      const touch = await context.newCDPSession(page);
      const fingers = (type, apart) =>
        touch.send("Input.dispatchTouchEvent", {
          type,
          touchPoints: apart ? [{ x: 240 - apart, y: before.middle }, { x: 240 + apart, y: before.middle }] : [],
        });
      await fingers("touchStart", 20);
      for (let apart = 24; apart <= 80; apart += 4) await fingers("touchMove", apart);
      await fingers("touchEnd");
      const after = await eventually(() => axis(page), (now) => now.length > 2.5 * before.length, "a longer axis");
      const under = (frame) => (240 - frame.begin) / frame.length;
      assert.ok(Math.abs(under(after) - under(before)) < 0.02, "the time between the fingers stays");
      assert.equal(await page.evaluate(() => visualViewport.scale), 1, "the page itself is not zoomed");
      await page.getByRole("button", { name: "Show the whole run (0)" }).click();
      const fit = await eventually(() => axis(page), (now) => now.disabled[1], "the whole run");
      assert.ok(fit.begin > 100 && fit.begin + fit.length < 390, JSON.stringify(fit));
    }));
});

describe("a zoomed axis", () => {
  test("is dragged with the mouse, and the dragged lane is not selected", () =>
    visit(site, `${finished}&task=A001`, {}, async (page) => {
      await untilRun(page, "finished");
      await page.locator("#timeline").focus();
      for (let press = 0; press < 4; press += 1) await page.keyboard.press("+");
      const before = await axis(page);
      const lane = await page.locator('.row.lane[data-task="A002"]').boundingBox();
      await page.mouse.move(before.left + 200, lane.y + 10);
      await page.mouse.down();
      await page.mouse.move(before.left + 320, lane.y + 10, { steps: 6 });
      await page.mouse.up();
      const after = await eventually(() => axis(page), (now) => now.begin > before.begin, "an axis further right");
      assert.equal(Math.round(after.begin - before.begin), 120);
      assert.match(await page.evaluate(() => location.hash), /task=A001/);
      await page.mouse.click(before.left + 200, lane.y + 10);
      await page.waitForURL(/task=A002/);
    }));

  for (const reducedMotion of [false, true]) {
    test(`keeps the cursor visible during the run${reducedMotion ? ", with reduced motion too" : ""}`, () =>
      visit(site, "/s/gather?speed=2", { reducedMotion }, async (page) => {
        await page.locator("#timeline").focus();
        for (let press = 0; press < 5; press += 1) await page.keyboard.press("+");
        await page.click("#run");
        for (const time of [0.3, 0.9, 1.4]) {
          await untilTime(page, time);
          // The view follows the cursor a frame later.
          await eventually(() => axis(page), ({ cursor, left, right }) => cursor >= left && cursor <= right, "a visible cursor");
        }
        await untilRun(page, "finished");
      }));
  }

  test("shows the time at which the ruler is clicked", () =>
    visit(site, finished, {}, async (page) => {
      await untilRun(page, "finished");
      await page.locator("#timeline").focus();
      for (let press = 0; press < 6; press += 1) await page.keyboard.press("+");
      const { begin, length, left } = await axis(page);
      const end = await page.locator(".board").evaluate((board) => Number(board.style.getPropertyValue("--end")));
      const at = left + 300;
      await page.mouse.click(at, (await page.locator("#scrubber").boundingBox()).y + 30);
      const time = ((at - begin) / length) * end;
      await eventually(() => clockOf(page), (now) => Math.abs(now - time) < 0.01, `the clock at ${time}`);
    }));

  test("is the same for two compared runs", () =>
    visit(site, "/s/concurrent?speed=instant&compare=1", {}, async (page) => {
      await untilRun(page, "finished");
      await page.locator("#timeline").focus();
      for (let press = 0; press < 3; press += 1) await page.keyboard.press("+");
      await eventually(() => axis(page), (now) => !now.disabled[0], "a longer axis");
      const places = await page.locator(".part .row.lane .track").evaluateAll((tracks) =>
        tracks.map((track) => [track.getBoundingClientRect().left, track.getBoundingClientRect().width].join()),
      );
      assert.ok(places.length > 3);
      assert.equal(new Set(places).size, 1);
    }));
});

/** The axis in pixels, the time between two labels, and the disabled buttons. */
function axis(page) {
  return page.evaluate(() => {
    const track = document.querySelector(".ruler > .track").getBoundingClientRect();
    const name = document.querySelector(".ruler > .name").getBoundingClientRect();
    const box = document.querySelector("#timeline").getBoundingClientRect();
    const labels = [...document.querySelectorAll(".ruler .tick b")].map((label) => Number.parseFloat(label.textContent));
    return {
      begin: track.left,
      length: track.width,
      left: name.right,
      right: box.right,
      middle: (box.top + Math.min(box.bottom, innerHeight)) / 2,
      cursor: document.querySelector("#cursor")?.getBoundingClientRect().left,
      step: labels[1] - labels[0],
      ticks: document.querySelectorAll(".ruler .tick").length,
      disabled: [...document.querySelectorAll(".zoom button")].map((button) => button.ariaDisabled === "true"),
    };
  });
}
