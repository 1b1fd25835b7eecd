// Checks every kind of parameter in the built page: by mouse and by keyboard, in its field, its slider and the address.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { addressHas, addressIn, eventually, open, reload, scenarioIds, tableRows, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

/** The slider of the parameter or list item with this name. */
const slider = (page, name) => page.getByRole("slider", { name, exact: true });

describe("a number", () => {
  test("has the same value in its field and on its slider, whichever is changed", () =>
    visit(site, "/s/simulated-requests", {}, async (page) => {
      await slider(page, "Fastest").press("ArrowRight");
      await eventually(() => page.inputValue("#p-fastest"), (text) => text === "0.6", "0.6 in the field");
      await page.fill("#p-fastest", "1,5");
      await eventually(() => slider(page, "Fastest").inputValue(), (text) => text === "1.5", "1.5 on the slider");
      await slider(page, "Requests").press("End");
      await eventually(() => page.inputValue("#p-requests"), (text) => text === "7", "7 in the field");
      await addressHas(page, "requests=7");
    }));

  test("set to its default by its slider is removed from the address", () =>
    visit(site, "/s/simulated-requests?fastest=0.6", {}, async (page) => {
      await slider(page, "Fastest").press("ArrowLeft");
      await eventually(() => addressIn(page), (address) => address === "/s/simulated-requests", "an address without the parameter");
    }));

  test("out of its bounds keeps its text, with a message", () =>
    visit(site, "/s/handle-each-error", {}, async (page) => {
      await page.fill("#p-chance", "1.1");
      await eventually(() => page.textContent("#m-chance"), (text) => /0 and 1\..*0\.3/.test(text), "the bounds");
      assert.equal(await page.inputValue("#p-chance"), "1.1");
    }));

  for (const width of [390, 1440]) {
    test(`of maximum length fits its field on a screen of ${width} px`, async () => {
      const ids = await scenarioIds(site);
      await visit(site, "/", { width }, async (page) => {
        let fields = 0;
        for (const id of ids) {
          await page.evaluate((id) => (location.hash = `/s/${id}`), id);
          await page.locator(`main[data-scenario="${id}"]`).waitFor();
          const measured = await page.locator(".params input[type=range]").evaluateAll(hold);
          for (const { name, inside, room } of measured) assert.ok(inside <= room, `${id}: ${name}, ${inside} px in ${room}`);
          fields += measured.length;
        }
        assert.ok(fields > 60, `${fields} fields`);
      });
    });
  }
});

describe("a list", () => {
  test("is edited, and gets more or fewer items up to its bounds", () =>
    visit(site, "/s/semaphore?speed=instant&tab=table", {}, async (page) => {
      const [shorter, longer] = ["Durations: remove the last", "Durations: add one"].map((name) =>
        page.getByRole("button", { name, exact: true }),
      );
      await page.fill("#p-durations-3", "2.5");
      await addressHas(page, "durations=1.2_1.8_2.5_1.5_1.1");
      await slider(page, "Durations, item 1").press("Home");
      await addressHas(page, "durations=0.0_1.8_2.5_1.5_1.1");
      for (let items = 5; items < 8; items += 1) await longer.click();
      await addressHas(page, "durations=0.0_1.8_2.5_1.5_1.1_1.1_1.1_1.1");
      assert.ok(await longer.isDisabled());
      for (let items = 8; items > 1; items -= 1) await shorter.press("Enter");
      assert.ok(await shorter.isDisabled());
      await page.keyboard.press("Enter");
      assert.equal(await page.inputValue("#p-durations"), "0.0", "an item is left");
      assert.equal(await page.evaluate(() => document.activeElement.ariaLabel), "Durations: remove the last");
      const one = (rows) => rows.map((row) => row[0]).join() === "main,T1";
      await eventually(() => tableRows(page), one, "a single task");
    }));

  test("keeps a refused text in one of its items, and marks the item", () =>
    visit(site, "/s/semaphore", {}, async (page) => {
      await page.fill("#p-durations-2", "soon");
      await eventually(() => page.textContent("#m-durations"), (text) => text !== "", "a message");
      const marked = page.locator('.list input[aria-invalid="true"]');
      assert.deepEqual(await marked.evaluateAll((fields) => fields.map((field) => field.id)), ["p-durations-2"]);
      await reload(page);
      assert.equal(await page.inputValue("#p-durations-2"), "soon");
    }));

  test("with an invalid item runs with the other items, and a message says which value replaces the item", () =>
    visit(site, "/s/semaphore?durations=3_3_3_3_3&speed=instant&tab=table", {}, async (page) => {
      await untilRun(page, "finished");
      await page.fill("#p-durations", "");
      await eventually(() => page.textContent("#m-durations"), (text) => text === "Item 1: A value is missing. 1.2 is used instead.", "a message");
      const ends = (rows) => rows.map((row) => row[3]).join() === "7.200,1.200,3.000,4.200,6.000,7.200";
      await eventually(() => tableRows(page), ends, "a run of 1.2 and 3");
      const [message, list] = await page.evaluate(() => ["#m-durations", ".list"].map((one) => document.querySelector(one).getBoundingClientRect().width));
      assert.ok(message >= Math.min(list, 300), `a message of ${message} px below a list of ${list}`);
    }));

  test("inserts characters at the caret while the reader types", () =>
    visit(site, "/s/semaphore", {}, async (page) => {
      await page.fill("#p-durations", "15");
      await page.press("#p-durations", "ArrowLeft");
      await page.keyboard.type(".");
      assert.equal(await page.inputValue("#p-durations"), "1.5");
      assert.equal(await page.$eval("#p-durations", (field) => field.selectionStart), 2);
    }));
});

describe("a choice and a switch", () => {
  test("are written to the address and read back from it", () =>
    visit(site, "/s/priority-tasks", {}, async (page) => {
      await page.click('[data-option="barriers"]');
      await addressHas(page, "method=barriers");
      await reload(page);
      await page.locator('[data-option="barriers"][aria-pressed="true"]').waitFor();

      await page.evaluate(() => (location.hash = "/s/semaphore"));
      await page.getByRole("switch").press("Space");
      await addressHas(page, "drawn=True");
      await reload(page);
      assert.ok(await page.getByRole("switch").isChecked());
    }));

  test("that a comparison varies cannot be set meanwhile", () =>
    visit(site, "/s/priority-tasks?speed=instant", {}, async (page) => {
      await page.click("#compare");
      await page.locator('[data-track="barriers"]').first().waitFor();
      assert.ok(await page.locator('[data-option="queue"]').isDisabled());
      const totals = await page.locator(".dims .dim:not(.gain) b").allTextContents();
      assert.deepEqual(totals.map((total) => total.trim()), ["8.000\u{a0}s", "7.500\u{a0}s"]);
    }));

  test("with an unknown value are refused, and the message has the valid ones", () =>
    visit(site, "/s/priority-tasks?method=prayer", {}, async (page) => {
      assert.match(await page.textContent("#m-method"), /barriers, queue/);
      await page.locator('[data-option="queue"][aria-pressed="true"]').waitFor();
    }));
});

describe("the seed", () => {
  test("is drawn by the dice, is in the address, and gives the same run again", () =>
    visit(site, "/s/simulated-requests?speed=instant&tab=table", {}, async (page) => {
      const before = await tableRows(page);
      await page.click("#dice");
      await eventually(() => tableRows(page), (rows) => String(rows) !== String(before), "other draws");
      const thrown = await tableRows(page);
      await addressHas(page, `seed=${await page.inputValue("#p-seed")}`);
      await reload(page);
      await untilRun(page, "finished");
      assert.deepEqual(await tableRows(page), thrown);
      await page.fill("#p-seed", "8");
      await eventually(() => tableRows(page), (rows) => String(rows) === String(before), "the first draws");
    }));

  test("that is not a number gets a message beside its field", () =>
    visit(site, "/s/simulated-requests?seed=lucky", {}, async (page) => {
      assert.equal(await page.inputValue("#p-seed"), "lucky");
      assert.match(await page.textContent("#m-seed"), /8/);
    }));

  test("is shown only if a scenario draws random numbers", () =>
    visit(site, "/s/file-downloader", {}, async (page) => assert.equal(await page.locator("#dice").count(), 0)));
});

test("a report grows during the run", () =>
  visit(site, "/s/file-downloader?speed=2", {}, async (page) => {
    const progress = async () => (await page.locator("table.report tr", { hasText: "film" }).allTextContents()).join();
    await page.click("#run");
    const early = await eventually(progress, (text) => text.includes("%"), "a first part of the file");
    assert.ok(!early.includes("100%"), early);
    await eventually(progress, (text) => text.includes("100%"), "the whole file");
  }));

/** Runs in the page: sets each field to its slider's maximum, with a decimal if allowed, and measures the field. */
function hold(sliders) {
  return sliders.map((slider) => {
    const field = slider.parentElement.querySelector("input");
    field.value = slider.step === "1" ? slider.max : `${slider.max}.5`;
    return { name: slider.ariaLabel, inside: field.scrollWidth, room: field.clientWidth };
  });
}
