// Checks what the page promises around a run: addresses, fields, choices, the clock, and words when something fails.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { countTimers, timers } from "./leftovers.mjs";
import {
  addressHas,
  addressIn,
  clockOf,
  eventually,
  logRows,
  open,
  openAfresh,
  openTab,
  reload,
  started,
  tableRows,
  untilRun,
  untilTime,
  visit,
} from "./visit.mjs";

/** A run of eight seconds: long enough to be met midway on a machine that has much else to do. */
const long = "/s/gather?a003=8";

const site = await open();
after(site.close);

describe("an address", () => {
  test("of no scenario says so and leads back to the contents", () =>
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
    test(`with ${what} is said to be so, and the rest of it holds`, () =>
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

  test("with a bad value shows it in its field with a message, and the default is used", () =>
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
    test(`as odd as ${odd} breaks nothing`, () =>
      visit(site, odd, {}, async (page) => {
        await openAfresh(site, page, "/s/gather");
        await works(page);
      }));
  }

  test("that the reader types into a page already open is followed", () =>
    visit(site, "/s/gather", {}, async (page) => {
      await page.evaluate(() => (location.hash = "/s/concurrent?speed=instant&first=3"));
      await page.locator('main[data-scenario="concurrent"][data-run-state="finished"]').waitFor();
      assert.equal(await page.inputValue("#p-first"), "3");
    }));

  test("comes back with Back after a link was followed", () =>
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
  test("keeps a bad value, says what is wrong beside it, and touches no other", () =>
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
      await eventually(() => message.textContent(), (text) => text === "", "no message any more");
      await eventually(() => endsOf(page), (ends) => ends.A001 === "2.000", "the new value in use");
    }));

  test("takes a letter where the caret is, and leaves the caret there", () =>
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

  test("has its default back at the press of a button", () =>
    visit(site, "/s/gather?a001=soon&a002=9", {}, async (page) => {
      await page.click(".defaults");
      await eventually(() => addressIn(page), (address) => address === "/s/gather", "an address without values");
      assert.deepEqual(await fields(page), { "p-a001": "1.2", "p-a002": "0.8", "p-a003": "1.5", "p-a004": "0.5" });

      await page.fill("#p-a002", "7");
      await page.press(".defaults", "Enter");
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "p-a001", "the first field");
    }));
});

describe("every control is in the address and comes back from it:", () => {
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
    ["a bad parameter", (page) => page.fill("#p-first", "?&#"), "first=%3F%26%23", value("#p-first", "?&#")],
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
        // What the browser remembers would hide an address that is not read.
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

describe("the language", () => {
  test("changes <html lang> and the title, and is remembered without the address", () =>
    visit(site, "/s/gather", {}, async (page) => {
      assert.equal(await page.getAttribute("html", "lang"), "en");
      const english = { title: await page.title(), heading: await page.textContent("h1") };
      assert.match(english.title, /Loopscope/);

      await page.click('.lang [lang="fr"]');
      await page.locator('html[lang="fr"]').waitFor();
      await eventually(() => page.title(), (title) => title !== english.title, "French title");
      const french = { title: await page.title(), heading: await page.textContent("h1") };
      assert.notEqual(french.heading, english.heading);

      await openAfresh(site, page, "/s/gather");
      assert.equal(await page.getAttribute("html", "lang"), "fr");
      assert.deepEqual({ title: await page.title(), heading: await page.textContent("h1") }, french);
    }));

  for (const [browser, page] of [["fr-FR", "fr"], ["fr-CA", "fr"], ["en-US", "en"], ["de-DE", "en"]]) {
    test(`is ${page} where the browser asks for ${browser}`, () =>
      visit(site, "/s/gather", { language: browser, prepare: watchFirstSight }, async (opened) => {
        assert.equal((await firstSight(opened)).language, page, "from the first paint on");
        assert.equal(await opened.getAttribute("html", "lang"), page);
        assert.equal(await opened.getAttribute(`.lang [lang="${page}"]`, "aria-pressed"), "true");
      }));
  }

  test("of an address is stronger than that of the browser", () =>
    visit(site, "/s/gather?lang=en", { language: "fr-FR", prepare: watchFirstSight }, async (page) => {
      assert.equal((await firstSight(page)).language, "en", "from the first paint on");
      assert.equal(await page.getAttribute("html", "lang"), "en");
    }));
});

describe("the colours", () => {
  test("that were chosen are remembered without the address, and are there before the first paint", () =>
    visit(site, "/s/gather", { prepare: watchFirstSight }, async (page) => {
      assert.equal((await firstSight(page)).theme, undefined);
      await page.click("#theme");
      await page.click("#theme");
      await page.locator('html[data-theme="dark"]').waitFor();
      assert.equal(await background(page), await backgroundOf("dark"), "dark is dark, on a light system too");

      await openAfresh(site, page, "/s/gather");
      assert.equal((await firstSight(page)).theme, "dark");
      assert.equal(await page.getAttribute("html", "data-theme"), "dark");
    }));

  test("of an address are there before the first paint", () =>
    visit(site, "/s/gather?theme=light", { scheme: "dark", prepare: watchFirstSight }, async (page) => {
      assert.equal((await firstSight(page)).theme, "light");
      assert.equal(await background(page), await backgroundOf("light"));
    }));

  test("go back to the system's with the third press", () =>
    visit(site, "/s/gather", {}, async (page) => {
      for (const theme of ['[data-theme="light"]', '[data-theme="dark"]', ":not([data-theme])"]) {
        await page.click("#theme");
        await page.locator(`html${theme}`).waitFor();
      }
      await eventually(() => addressIn(page), (address) => address === "/s/gather", "an address without colours");
    }));
});

describe("a live run", () => {
  test("grows its open bars, and its clock keeps the speed", async () => {
    for (const speed of [0.5, 2]) {
      await visit(site, `/s/sequential?speed=${speed}&first=9`, { prepare: watchClock }, async (page) => {
        await page.click("#run");
        await untilTime(page, 0.2);
        const early = await moment(page);
        // However long the machine had no time for a frame: the clock that a frame shows is right when it is shown.
        const [first, last] = await eventually(
          () => clockShown(page),
          ([first, last]) => last && last.wall - first.wall >= 1,
          "clock that goes on for a second",
        );
        const late = await moment(page);
        assert.ok(late.width > early.width, `${early.width} px, then ${late.width} px`);
        const expected = (late.logical / late.end) * late.axis;
        assert.ok(Math.abs(late.width - expected) < 3, `${late.width} px at ${late.logical} s, not ${expected} px`);
        const [shown, passed] = [last.logical - first.logical, last.wall - first.wall];
        assert.ok(Math.abs(shown - passed * speed) < 0.28 * speed, `${shown} s shown in ${passed} s at ×${speed}`);
      });
    }
  });

  test("shows the thread held as long as the task that holds it, and figures that keep up with the clock", () =>
    visit(site, "/s/sequential?first=20", {}, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.5);
      const [task, thread, figure, clock] = await page.evaluate(() => {
        const width = (selector) => document.querySelector(selector).getBoundingClientRect().width;
        const seconds = (selector) => parseFloat(document.querySelector(selector).textContent);
        return [width(".lane .span"), width(".thread .span"), seconds(".outcome tbody td"), seconds("#clock")];
      });
      assert.ok(Math.abs(task - thread) < 2, `${task} px, and the thread ${thread} px`);
      assert.ok(figure <= clock && clock - figure < 1, `${figure} s in the table at ${clock} s`);
    }));

  test("stands still in a pause and goes on after it", () =>
    visit(site, `${long}&tab=log`, {}, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.2);
      await page.click("#run");
      await untilRun(page, "paused");
      const held = [await moment(page), await logRows(page)];
      await sleep(300);
      const later = [await moment(page), await logRows(page)];
      assert.deepEqual([later[0].logical, later[0].width, later[1]], [held[0].logical, held[0].width, held[1]]);

      await page.click("#run");
      await untilTime(page, held[0].logical + 0.1);
      await hurry(page);
      assert.deepEqual(await logRows(page), await instantLog(long));
    }));

  for (const address of ["/s/create-task?speed=10", "/s/concurrent?compare=1&speed=10"]) {
    test(`has the log of an instant one: ${address}`, () =>
      visit(site, `${address}&tab=log`, {}, async (page) => {
        await page.click("#run");
        await untilRun(page, "finished");
        assert.deepEqual(await logRows(page), await instantLog(address.replace("speed=10", "")));
      }));
  }

  test("goes on at another speed without a jump", () =>
    visit(site, "/s/one-coroutine?speed=0.1&tab=log", { prepare: watchRunStates }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.02);
      const before = await moment(page);
      await page.selectOption("#speed", "0.5");
      const after = await moment(page);
      const [shown, passed] = [after.logical - before.logical, after.wall - before.wall];
      assert.ok(shown >= 0 && shown <= passed * 0.5 + 0.05, `${shown} s shown in ${passed} s`);
      await page.selectOption("#speed", "10");
      await untilRun(page, "finished");
      assert.deepEqual(await page.evaluate(() => window.runStates), ["running", "finished"]);
      assert.deepEqual(await logRows(page), await instantLog("/s/one-coroutine"));
    }));

  test("goes on while the reader looks around", () =>
    visit(site, "/s/sequential?first=20", { prepare: watchRunStates }, async (page) => {
      await page.click("#run");
      await untilRun(page, "running");
      for (const tab of ["log", "code", "explanation", "table", "outcome"]) await openTab(page, tab);
      await page.click('.lane[data-task="main"] button');
      await page.click("#legend");
      await page.click("#theme");
      await page.click('.lang [lang="fr"]');
      await page.fill("#find", "gather");
      await addressHas(page, "find=gather", "lang=fr", "theme=light", "task=main", "legend=1");
      assert.deepEqual(await page.evaluate(() => window.runStates), ["running"]);
    }));

  test("ends when it would run with other values", () =>
    visit(site, "/s/sequential", { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      await page.fill("#p-first", "3");
      await untilRun(page, "idle");
      assert.deepEqual(await timers(page), []);
    }));

  test("waits while its tab is hidden, and goes on when it is seen again", () =>
    visit(site, `${long}&tab=log`, { prepare: pretendVisibility }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.2);
      await page.evaluate(() => window.hide(true));
      const held = await clockOf(page);
      await sleep(800);
      assert.equal(await clockOf(page), held, "the clock stands still");
      const seenAgain = await page.evaluate(() => window.hide(false));
      await untilTime(page, held + 0.05);
      const { logical, wall } = await moment(page);
      const [shown, passed] = [logical - held, wall - seenAgain];
      assert.ok(shown <= passed + 0.05, `the hidden time is not made up for: ${shown} s shown in ${passed} s`);
      await hurry(page);
      assert.deepEqual(await logRows(page), await instantLog(long));
    }));

  test("that begins in a hidden tab waits for its reader", () =>
    visit(site, "/s/one-coroutine", { prepare: pretendVisibility }, async (page) => {
      await page.evaluate(() => window.hide(true));
      await page.click("#run");
      await sleep(300);
      assert.equal(await clockOf(page), 0);
      await page.evaluate(() => window.hide(false));
      await untilRun(page, "finished");
    }));

  test("can be left at any moment", () =>
    visit(site, "/s/sequential", {}, async (page) => {
      for (const [link, there] of [
        ['#contents a[data-id="gather"]', 'main[data-scenario="gather"][data-run-state="idle"]'],
        [".neighbours .previous", 'main[data-scenario="several-awaits"][data-run-state="idle"]'],
        [".brand", '.desk[data-place="contents"]'],
      ]) {
        await page.click("#run");
        await untilTime(page, 0.1);
        await page.click(link);
        await page.locator(there).waitFor();
        await sleep(200);
      }
    }));

  test("moves nothing between two events for a reader who wants less motion, and still finishes", () =>
    visit(site, "/s/one-coroutine?seconds=4", { reducedMotion: true }, async (page) => {
      await page.click("#run");
      await page.locator('.span[data-state="sleeping"][data-open]').waitFor();
      const early = await moment(page);
      await sleep(400);
      const late = await moment(page);
      await untilRun(page, "running");
      assert.deepEqual([late.cursor, late.width], [early.cursor, early.width]);
      await hurry(page);
      assert.equal(await clockOf(page), 4);
    }));
});

describe("Step", () => {
  for (const id of ["concurrent", "create-task"]) {
    test(`runs one callback at a time, to the same end as an instant run: ${id}`, () =>
      visit(site, `/s/${id}?tab=log`, {}, async (page) => {
        const states = await stepToEnd(page);
        assert.ok(states.length > 5, "there are several steps");
        for (const [place, { lines, begun, time, over }] of states.entries()) {
          const last = states[place - 1] ?? { lines: 0, begun: 0, time: 0 };
          assert.ok(lines > last.lines || over, `step ${place + 1} shows nothing: ${lines} lines before and after`);
          assert.ok(begun <= last.begun + 1, `step ${place + 1} begins one task's step at most`);
          assert.ok(time >= last.time, `step ${place + 1} does not go back`);
        }
        assert.deepEqual(await logRows(page), await instantLog(`/s/${id}`));
        await openTab(page, "table");
        assert.deepEqual(await tableRows(page), await instantTable(`/s/${id}`));
      }));
  }

  test("pauses a live run, which Resume then ends", () =>
    visit(site, `${long}&tab=log`, {}, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      await page.click("#step");
      await untilRun(page, "paused");
      await page.click("#run");
      await hurry(page);
      assert.deepEqual(await logRows(page), await instantLog(long));
    }));
});

describe("no timer is left", () => {
  test("after Reset, which clears the run", () =>
    visit(site, `${long}&tab=table`, { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      assert.notDeepEqual(await timers(page), [], "a live run has timers");
      await page.click("#reset");
      await untilRun(page, "idle");
      assert.deepEqual(await timers(page), []);
      assert.equal(await clockOf(page), 0);
      assert.equal(await page.locator(".lane").count(), 0);
      assert.deepEqual(await tableRows(page), []);
      assert.ok(await page.locator("#reset").isDisabled());
    }));

  test("by the keyboard, which stays where it is", () =>
    visit(site, "/s/gather", {}, async (page) => {
      const focused = () => page.evaluate(() => document.activeElement.id);
      await page.press("#step", "Enter");
      await page.press("#back", "Enter");
      await page.locator('#back[aria-disabled="true"]').waitFor();
      assert.equal(await focused(), "back");
      await page.press("#reset", "Enter");
      await untilRun(page, "idle");
      await page.keyboard.press("Enter");
      assert.equal(await focused(), "reset");
    }));

  test("in a pause", () =>
    visit(site, long, { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      await page.click("#run");
      await untilRun(page, "paused");
      assert.deepEqual(await timers(page), []);
    }));

  test("after leaving the scenario", () =>
    visit(site, long, { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilTime(page, 0.1);
      await page.click('#contents a[data-id="concurrent"]');
      await page.locator('main[data-scenario="concurrent"][data-run-state="idle"]').waitFor();
      assert.deepEqual(await timers(page), []);
    }));

  test("after the end of a run", () =>
    visit(site, "/s/gather?speed=10", { prepare: countTimers }, async (page) => {
      await page.click("#run");
      await untilRun(page, "finished");
      assert.deepEqual(await timers(page), []);
    }));
});

describe("Copy link", () => {
  const button = '.top button:has(use[href="#i-chain"])';

  test("puts the address on the clipboard and says so", () =>
    visit(site, "/s/gather?a001=3", { prepare: allowClipboard }, async (page) => {
      await page.fill("#p-a002", "2");
      await addressHas(page, "a002=2");
      await page.click(button);
      const note = await eventually(() => page.textContent(".copy-note[role=status]"), (text) => text !== "", "a note");
      assert.equal(note, "Link copied");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
    }));

  test("says so where the browser does not let it", () =>
    visit(site, "/s/gather", { prepare: refuseClipboard }, async (page) => {
      await page.click(button);
      const note = await eventually(() => page.textContent(".copy-note[role=status]"), (text) => text !== "", "a note");
      assert.notEqual(note, "Link copied");
    }));
});

describe("the page says what is the matter", () => {
  test("without JavaScript, in both languages, since it cannot know the reader's", () =>
    visit(site, "/", { javaScript: false, starts: false }, async (page) => {
      await page.locator("noscript p").first().waitFor();
      for (const language of ["en", "fr"]) {
        assert.ok(await page.locator(`noscript p[lang="${language}"]`).isVisible(), language);
      }
      assert.deepEqual(await visibleMessages(page), []);
    }));

  test("without WebAssembly", () =>
    visit(site, "/", { prepare: removeWebAssembly, provokes: /WebAssembly/, starts: false }, async (page) => {
      await page.locator("#app .no-wasm").waitFor();
      assert.deepEqual(await visibleMessages(page), ["no-wasm"]);
    }));

  for (const [what, files] of [["its program", "**/*.wasm"], ["its script", "**/loopscope-*.js"]]) {
    test(`when ${what} cannot be fetched, and a reload mends it`, () =>
      visit(site, "/s/gather?a001=3", { ...without(files), starts: false }, async (page) => {
        await page.locator("#app .failed").waitFor();
        assert.deepEqual(await visibleMessages(page), ["failed"]);
        await page.unrouteAll();
        await page.click("#app .failed a:visible");
        await started(page);
        await has(page, "#p-a001", "3");
      }));
  }

  test("when the recording of CPython cannot be fetched", () =>
    visit(site, "/s/gather?speed=instant", without("**/cpython/*"), async (page) => {
      await untilRun(page, "finished");
      await page.click(".proof button");
      await page.locator('[data-verdict="failed"]').waitFor();
      await works(page);
    }));

  for (const language of ["en", "fr"]) {
    test(`when it breaks, and its reload link brings the parameters back (${language})`, () =>
      visit(site, `/s/gather?a001=3&lang=${language}`, { provokes: /panicked|sabotage|RuntimeError/ }, async (page) => {
        await breakIt(page);
        await page.locator("#panic").waitFor();
        assert.match(await page.textContent("#panic-message"), /panicked at/);
        assert.equal(await page.locator("#panic h1 span:visible").getAttribute("lang"), language);
        await page.click("#panic a:visible");
        await page.locator("#panic").waitFor({ state: "hidden" });
        await started(page);
        await has(page, "#p-a001", "3");
      }));
  }
});

/** Demands that the page can still run what it shows. */
async function works(page) {
  if ((await page.getAttribute("main", "data-run-state")) !== "finished") {
    await page.selectOption("#speed", "10");
    await page.click("#run");
  }
  await untilRun(page, "finished");
}

/** Brings a live run to its end, faster. */
async function hurry(page) {
  await page.selectOption("#speed", "10");
  await untilRun(page, "finished");
}

async function has(page, field, value) {
  await eventually(() => page.inputValue(field), (there) => there === value, `${value} in ${field}`);
}

/** What stands in the parameters' fields, by their ids. */
async function fields(page) {
  return Object.fromEntries(
    await page.locator(".params input:not([type=range])").evaluateAll((fields) => fields.map((field) => [field.id, field.value])),
  );
}

/** When each task ended, by the open Table tab. */
async function endsOf(page) {
  return Object.fromEntries((await tableRows(page)).map(([task, , , end]) => [task, end]));
}

/** Demands that less than a line lies between the two. */
async function isBeside(page, message, field) {
  const [above, below] = [await page.locator(field).boundingBox(), await page.locator(message).boundingBox()];
  assert.ok(Math.abs(below.y - (above.y + above.height)) < 24, "the message stands under its field");
  assert.ok(below.x < above.x + above.width && below.x + below.width > above.x - 120, "and not elsewhere");
}

/** The log of an instant run of this address, in a page of its own. */
async function instantLog(address) {
  return instant(address, "log", logRows);
}

/** The table of an instant run of this address, in a page of its own. */
async function instantTable(address) {
  return instant(address, "table", tableRows);
}

async function instant(address, tab, read) {
  let rows = [];
  await visit(site, `${address}${address.includes("?") ? "&" : "?"}speed=instant&tab=${tab}`, {}, async (page) => {
    await untilRun(page, "finished");
    rows = await read(page);
  });
  assert.ok(rows.length > 0, "an instant run has rows");
  return rows;
}

/** Presses Step until the run is over: after each, the log's lines, the begun steps among them, and the clock. */
async function stepToEnd(page) {
  const states = [];
  while (states.length < 500) {
    await page.click("#step");
    const [lines, begun] = [page.locator("#panel table.log tbody tr"), page.locator('#panel use[href="#i-play"]')];
    const over = (await page.getAttribute("main", "data-run-state")) === "finished";
    states.push({ lines: await lines.count(), begun: await begun.count(), time: await clockOf(page), over });
    if (over) return states;
  }
  return assert.fail("500 steps do not lead to the end");
}

/** One look at the timeline: the browser's clock and the page's, the first open bar, the axis, the cursor. */
function moment(page) {
  return page.evaluate(() => {
    const bar = document.querySelector(".span[data-open]");
    return {
      wall: performance.now() / 1000,
      logical: Number(document.getElementById("clock").textContent),
      width: bar?.getBoundingClientRect().width,
      axis: bar?.parentElement.getBoundingClientRect().width,
      end: Number(document.getElementById("board").style.getPropertyValue("--end")),
      cursor: document.querySelector(".cursor")?.getBoundingClientRect().left,
    };
  });
}

/** Keeps each time that the clock shows, with the browser's own at that moment. */
async function watchClock(page) {
  await page.addInitScript(() => {
    window.clockShown = [];
    new MutationObserver(() => {
      const logical = Number(document.getElementById("clock")?.textContent);
      if (logical > 0 && logical !== window.clockShown.at(-1)?.logical) {
        window.clockShown.push({ wall: performance.now() / 1000, logical });
      }
    }).observe(document, { characterData: true, childList: true, subtree: true });
  });
}

/** The first and the last of what `watchClock` has kept. */
function clockShown(page) {
  return page.evaluate(() => [window.clockShown[0], window.clockShown.at(-1)]);
}

/** Keeps what the page looks like when its body begins: nothing can be painted before. */
async function watchFirstSight(page) {
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.body) return;
      watch.disconnect();
      window.firstSight = { theme: document.documentElement.dataset.theme, language: document.documentElement.lang };
    });
    watch.observe(document, { childList: true, subtree: true });
  });
}

function firstSight(page) {
  return page.evaluate(() => window.firstSight);
}

function background(page) {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

/** The ground of a page that leaves its colours to a system of this scheme. */
async function backgroundOf(scheme) {
  let colour = "";
  await visit(site, "/s/gather", { scheme }, async (page) => {
    colour = await background(page);
  });
  return colour;
}

/** Keeps every state that a run takes after the first, idle, one. */
async function watchRunStates(page) {
  await page.addInitScript(() => {
    window.runStates = [];
    const note = () => {
      const state = document.querySelector("main[data-run-state]")?.dataset.runState ?? "idle";
      if (state !== (window.runStates.at(-1) ?? "idle")) window.runStates.push(state);
    };
    new MutationObserver(note).observe(document, { attributes: true, childList: true, subtree: true });
  });
}

/** Gives the test a word in whether the tab is hidden: `hide(true)`, `hide(false)`, which return the browser's time. */
async function pretendVisibility(page) {
  await page.addInitScript(() => {
    let hidden = false;
    Object.defineProperty(document, "hidden", { get: () => hidden });
    Object.defineProperty(document, "visibilityState", { get: () => (hidden ? "hidden" : "visible") });
    window.hide = (hide) => {
      hidden = hide;
      const moment = performance.now() / 1000;
      document.dispatchEvent(new Event("visibilitychange"));
      return moment;
    };
  });
}

async function allowClipboard(page, context) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
}

async function refuseClipboard(page) {
  await page.addInitScript(() => {
    Clipboard.prototype.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  });
}

async function removeWebAssembly(page) {
  await page.addInitScript(() => delete window.WebAssembly);
}

/** The options of a visit in which these files cannot be had. */
function without(files) {
  return {
    prepare: (page) => page.route(files, (route) => route.abort()),
    provokes: /Failed to (load resource|fetch)|ERR_FAILED/,
  };
}

/** Has the browser refuse an insertion, which the renderer takes for granted: so the program panics. */
async function breakIt(page) {
  await page.evaluate(() => {
    Node.prototype.insertBefore = () => {
      throw new Error("sabotage");
    };
    // At once: a text that comes meanwhile would break it, too, and the panel would lie over the button.
    document.getElementById("legend").click();
  });
}

/** Which of the messages before the start can be seen. */
function visibleMessages(page) {
  return page
    .locator("#app .loading:visible, #app .no-wasm:visible, #app .failed:visible, #panic:visible")
    .evaluateAll((messages) => messages.map((message) => message.className || message.id));
}
