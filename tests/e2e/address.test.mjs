// What an address sets in the page, and what the fields and the copied link contain.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import {
  addressHas,
  addressIn,
  eventually,
  has,
  open,
  openAfresh,
  reload,
  tableRows,
  untilRun,
  visit,
  works,
} from "./visit.mjs";

const site = await open();
after(site.close);

describe("an address", () => {
  test("of an unknown scenario shows a message and a link to the contents", () =>
    visit(site, "/s/nowhere", {}, async (page) => {
      assert.match(await page.locator("main").textContent(), /nowhere/);
      await page.click("main a");
      await page.locator('.desk[data-place="contents"]').waitFor();
      assert.equal(await addressIn(page), "/");
    }));

  for (const [what, query, name, value] of [
    ["an unknown name", "bogus=1", "bogus", ""],
    ["a speed that is not offered", "speed=7", "speed", "7"],
    ["a speed that is no number", "speed=fast", "speed", "fast"],
    ["an unknown tab", "tab=poem", "tab", "poem"],
    ["an unknown language", "lang=xx", "lang", "xx"],
    ["a flag that is neither 0 nor 1", "compare=maybe", "compare", "maybe"],
  ]) {
    test(`with ${what} is reported, and the rest of it is applied`, () =>
      visit(site, `/s/gather?${query}&a001=3`, {}, async (page) => {
        const notice = page.locator(".notice[role=status]");
        const text = await notice.textContent();
        assert.ok(text.includes(name) && text.includes(value), text);
        assert.equal(await page.inputValue("#p-a001"), "3");
        assert.equal(await page.inputValue("#speed"), "1");
        await works(page);
        await notice.locator("button").click();
        await notice.waitFor({ state: "detached" });
      }));
  }

  test("with an invalid value shows it in its field with a message, and the default is used", () =>
    visit(site, "/s/gather?speed=instant&tab=table&a001=soon&a002=0.4", {}, async (page) => {
      assert.equal(await page.inputValue("#p-a001"), "soon");
      assert.notEqual(await page.textContent("#m-a001"), "");
      await untilRun(page, "finished");
      const ends = { main: "1.500", A001: "1.200", A002: "0.400", A003: "1.500", A004: "0.500" };
      assert.deepEqual(await endsOf(page), ends);
    }));

  for (const odd of [
    "/s/gather?%",
    "/s/%E0%A4%A",
    "/s/gather?a001=%F0%9F%A6%8A",
    "/s/gather?a001=1e400&task=@",
    "/s/",
    "//",
    "?",
  ]) {
    test(`such as ${odd} causes no error`, () =>
      visit(site, odd, {}, async (page) => {
        await openAfresh(site, page, "/s/gather");
        await works(page);
      }));
  }

  test("that the reader types into an open page is opened", () =>
    visit(site, "/s/gather", {}, async (page) => {
      await page.evaluate(() => (location.hash = "/s/concurrent?speed=instant&first=3"));
      await page.locator('main[data-scenario="concurrent"][data-run-state="finished"]').waitFor();
      assert.equal(await page.inputValue("#p-first"), "3");
    }));

  test("is restored by the browser's Back after a link was followed", () =>
    visit(site, "/s/gather", {}, async (page) => {
      await page.fill("#p-a001", "3");
      await addressHas(page, "a001=3");
      await page.click('#contents a[data-id="concurrent"]');
      await page.locator('main[data-scenario="concurrent"]').waitFor();
      await page.goBack();
      await page.locator('main[data-scenario="gather"]').waitFor();
      assert.equal(await page.inputValue("#p-a001"), "3");
    }));
});

describe("a field", () => {
  test("keeps an invalid value with a message beside it, and the other fields do not change", () =>
    visit(site, "/s/gather?speed=instant&tab=table", {}, async (page) => {
      await page.fill("#p-a002", "0.4");
      await page.fill("#p-a001", "soon");
      const message = page.locator("#m-a001");
      await eventually(() => message.textContent(), (text) => text !== "", "a message");
      assert.equal(await message.getAttribute("role"), "status");
      assert.equal(await page.getAttribute("#p-a001", "aria-describedby"), "m-a001");
      assert.equal(await page.getAttribute("#p-a001", "aria-invalid"), "true");
      await isBeside(page, "#m-a001", "#p-a001");

      assert.deepEqual(await fields(page), { "p-a001": "soon", "p-a002": "0.4", "p-a003": "1.5", "p-a004": "0.5" });
      assert.equal((await page.locator(".refusal").allTextContents()).filter(Boolean).length, 1, "one message");
      const inUse = (ends) => ends.A001 === "1.200" && ends.A002 === "0.400";
      await eventually(() => endsOf(page), inUse, "the default in use");

      await page.fill("#p-a001", "2");
      await eventually(() => message.textContent(), (text) => text === "", "the message removed");
      await eventually(() => endsOf(page), (ends) => ends.A001 === "2.000", "the new value in use");
    }));

  test("inserts a character at the caret, and the caret stays behind it", () =>
    visit(site, "/s/one-coroutine", {}, async (page) => {
      await page.fill("#p-name", "Alce");
      await page.press("#p-name", "Home");
      await page.press("#p-name", "ArrowRight");
      await page.press("#p-name", "ArrowRight");
      await page.keyboard.type("i");
      assert.equal(await page.inputValue("#p-name"), "Alice");
      assert.equal(await page.$eval("#p-name", (field) => field.selectionStart), 3);
    }));

  test("takes a decimal comma", () =>
    visit(site, "/s/one-coroutine?speed=instant&tab=table", {}, async (page) => {
      await page.fill("#p-seconds", "2,5");
      await eventually(() => endsOf(page), (ends) => ends.main === "2.500", "an end at 2.5");
      assert.equal(await page.inputValue("#p-seconds"), "2,5");
    }));

  test("gets its default back by a button", () =>
    visit(site, "/s/gather?a001=soon&a002=9", {}, async (page) => {
      await page.click(".defaults");
      await eventually(() => addressIn(page), (address) => address === "/s/gather", "an address without values");
      assert.deepEqual(await fields(page), { "p-a001": "1.2", "p-a002": "0.8", "p-a003": "1.5", "p-a004": "0.5" });

      await page.fill("#p-a002", "7");
      await page.press(".defaults", "Enter");
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "p-a001", "the first field");
    }));
});

describe("every control is written to the address and read back from it:", () => {
  const there = (selector) => (page) => page.locator(selector).waitFor();
  const pressed = (selector) => there(`${selector}[aria-pressed="true"]`);
  const value = (field, text) => (page) => has(page, field, text);
  const language = '.lang [lang="fr"]';
  const instant = "#settings .seg button:last-child";
  const lane = '.lane[data-task="D2"] button';

  for (const [control, act, piece, isThere, address = "/s/concurrent"] of [
    ["the language", (page) => page.click(language), "lang=fr", pressed(language)],
    ["the colours", (page) => page.click("#theme"), "theme=light", there('[data-theme="light"]')],
    ["the speed", (page) => page.selectOption("#speed", "0.5"), "speed=0.5", value("#speed", "0.5")],
    ["the pace", (page) => page.click(instant), "speed=instant", pressed(instant)],
    ["a parameter", (page) => page.fill("#p-first", "2.75"), "first=2.75", value("#p-first", "2.75")],
    ["an invalid parameter", (page) => page.fill("#p-first", "?&#"), "first=%3F%26%23", value("#p-first", "?&#")],
    ["the comparison", (page) => page.click("#compare"), "compare=1", pressed("#compare")],
    ["the tab", (page) => page.click("#tab-code"), "tab=code", there('#panel[data-tab="code"]')],
    ["the selected task", (page) => page.click(lane), "task=D2", pressed(lane), "/s/concurrent?speed=instant"],
    ["the legend", (page) => page.click("#legend"), "legend=1", there("#full-legend .meanings")],
    ["the search", (page) => page.fill("#find", "all of"), "find=all+of", value("#find", "all of")],
    ["the search at the contents", (page) => page.fill("#find", "all"), "find=all", value("#find", "all"), "/"],
  ]) {
    test(control, () =>
      visit(site, address, {}, async (page) => {
        await act(page);
        await addressHas(page, piece);
        await isThere(page);
        const before = await addressIn(page);
        // Settings that the browser remembers could hide that the address is not read.
        await page.evaluate(() => localStorage.clear());
        await reload(page);
        await isThere(page);
        assert.equal(await addressIn(page), before);
      }),
    );
  }

  test("all of them at once", () =>
    visit(site, "/s/concurrent", {}, async (page) => {
      const run = "/s/concurrent?speed=instant&first=3&compare=1";
      const all = `${run}&tab=log&task=D1%40concurrent&legend=1&find=con&theme=dark&lang=fr`;
      await openAfresh(site, page, all);
      await untilRun(page, "finished");
      assert.equal(await addressIn(page), all);
      await page.locator('[data-track="concurrent"] .lane[data-task="D1"][data-selected="true"]').waitFor();
      assert.equal(await page.locator("#panel table.log").count(), 2);
    }));
});

describe("Copy link", () => {
  const button = '.top button:has(use[href="#i-chain"])';

  test("copies the address to the clipboard and says so", () =>
    visit(site, "/s/gather?a001=3", { prepare: allowClipboard }, async (page) => {
      await page.fill("#p-a002", "2");
      await addressHas(page, "a002=2");
      await page.click(button);
      const note = await eventually(() => page.textContent(".copy-note[role=status]"), (text) => text !== "", "a note");
      assert.equal(note, "Link copied");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
    }));

  test("says so if the browser refuses access to the clipboard", () =>
    visit(site, "/s/gather", { prepare: refuseClipboard }, async (page) => {
      await page.click(button);
      const note = await eventually(() => page.textContent(".copy-note[role=status]"), (text) => text !== "", "a note");
      assert.notEqual(note, "Link copied");
    }));
});

/** The texts of the parameters' fields, by id. */
async function fields(page) {
  return Object.fromEntries(
    await page.locator(".params input:not([type=range])").evaluateAll((fields) => fields.map((field) => [field.id, field.value])),
  );
}

/** Each task's end time, from the open Table tab. */
async function endsOf(page) {
  return Object.fromEntries((await tableRows(page)).map(([task, , , end]) => [task, end]));
}

/** Asserts that the gap between two elements is less than the height of a line. */
async function isBeside(page, message, field) {
  const [above, below] = [await page.locator(field).boundingBox(), await page.locator(message).boundingBox()];
  assert.ok(Math.abs(below.y - (above.y + above.height)) < 24, "the message is directly below its field");
  assert.ok(below.x < above.x + above.width && below.x + below.width > above.x - 120, "the message is not beside another field");
}

async function allowClipboard(page, context) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
}

async function refuseClipboard(page) {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
}
