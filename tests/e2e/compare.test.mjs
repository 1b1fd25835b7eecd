// Checks that any two runs of a scenario can be compared: by mouse, by key, by address, and with a kept run.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import {
  addressHas,
  clockOf,
  eventually,
  isForEveryone,
  open,
  openAfresh,
  reload,
  untilRun,
  visit,
} from "./visit.mjs";

const site = await open();
after(site.close);

const totals = (page) =>
  page.locator(".dims .dim:not(.gain) b").allTextContents().then((texts) => texts.map((text) => Number.parseFloat(text)));
const why = (page) => page.locator(".why-gained").innerText();

describe("two sets of parameters", () => {
  test("are shown one above the other on one axis, the second typed by the reader", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      await page.click("#compare");
      await untilRun(page, "finished");
      assert.deepEqual(await totals(page), [2.4, 1.5], "at first one value differs");
      await page.fill("#o-a001", "1.2");
      await eventually(() => totals(page), (all) => all[0] === 1.5, "the same values");
      assert.match(await why(page), /Nowhere: the same events at the same times\./);
      await page.fill("#o-a003", "0,4");
      await eventually(() => totals(page), (all) => all[0] === 1.2, "the other run's total");
      assert.deepEqual(await totals(page), [1.2, 1.5]);
      await addressHas(page, "compare=1", "with=a003%3D0%252C4");
      assert.match(await why(page), /At 0\.000\s+s:/);
      await reload(page);
      await untilRun(page, "finished");
      assert.equal(await page.inputValue("#o-a003"), "0,4", "the text as it was typed");
      assert.deepEqual(await totals(page), [1.2, 1.5]);
    }));

  test("with invalid values keep their texts and show the reasons", () =>
    visit(site, "/s/gather?speed=instant&compare=1&with=a001%3Dsoon%26bogus%3D1", {}, async (page) => {
      await untilRun(page, "finished");
      assert.equal(await page.inputValue("#o-a001"), "soon");
      assert.equal(await page.textContent("#n-a001"), "This is not a number. 1.2 is used instead.");
      assert.match(await page.textContent(".notice"), /bogus/);
    }));

  test("with two seeds draw different numbers", () =>
    visit(site, "/s/simulated-requests?speed=instant&seed=7&compare=1", {}, async (page) => {
      await page.selectOption("#with", "other");
      await untilRun(page, "finished");
      await page.fill("#o-seed", "5");
      await eventually(() => totals(page), ([other, present]) => other !== present, "other draws");
      await addressHas(page, "with=seed%3D5");
    }));

  test("are compared by keyboard alone, and a button goes to their first difference", () =>
    visit(site, "/s/gather", {}, async (page) => {
      await page.locator("#compare").press("Enter");
      await page.locator("#o-a004").focus();
      await page.keyboard.press("Control+a");
      await page.keyboard.type("0.9");
      await page.locator("#speed").selectOption("10");
      await page.keyboard.press("Control+Enter");
      await untilRun(page, "finished");
      const noticed = page.locator(".parting").nth(1);
      assert.match(await noticed.innerText(), /It is noticed at 0\.500\s+s:/);
      await noticed.locator("button").press("Enter");
      await eventually(() => clockOf(page), (time) => time === 0.5, "the time of the difference");
      await addressHas(page, "at=0.5");
      assert.ok(await page.locator(".why-gained").isVisible(), "the results of the whole runs stay visible");
    }));
});

describe("the ways of the same work", () => {
  for (const [language, said] of [
    ["en", /“All at once” took 2\.000\s+s, “One after the other” 4\.500\s+s: 2\.500\s+s less, ×2\.25\./],
    ["fr", /«\s+Tou\S* [^»]*»\s+a pris 2,000\s+s[^:]*:\s+2,500\s+s de moins, ×2,25\./],
  ]) {
    test(`show the gain and its reason, in ${language}`, () =>
      visit(site, `/s/concurrent?speed=instant&compare=1&lang=${language}`, {}, async (page) => {
        await untilRun(page, "finished");
        assert.match(await why(page), said);
        assert.equal(await page.locator(".overlap svg path").count(), 2);
      }));
  }

  test("and other parameters are options of one list", () =>
    visit(site, "/s/concurrent?speed=instant&compare=1", {}, async (page) => {
      await untilRun(page, "finished");
      assert.equal(await page.locator("#o-first").count(), 0);
      await page.selectOption("#with", "other");
      await page.fill("#o-first", "3");
      await eventually(() => totals(page), (all) => all[0] === 3, "this scenario beside itself");
      await page.selectOption("#with", "ways");
      await eventually(() => totals(page), (all) => all[0] === 4.5, "the two ways");
    }));

  test("and a kept run do not change the values typed for the other run, even after a reload", () =>
    visit(site, "/s/concurrent?speed=instant&compare=1&first=1", {}, async (page) => {
      const chosen = () => page.locator("#with option:checked").textContent();
      await untilRun(page, "finished");
      await page.click("#keep");
      await page.locator(".kept li").waitFor();
      await page.selectOption("#with", "other");
      await page.fill("#o-first", "3,");
      for (const [option, total] of [["ways", 3.5], ["0", 1.5]]) {
        await page.selectOption("#with", option);
        await eventually(() => totals(page), (all) => all[0] === total, `${option} compared`);
        assert.equal(await page.locator("#o-first").count(), 0, "the fields are shown only if they are compared");
        const name = await chosen();
        await reload(page);
        await untilRun(page, "finished");
        assert.equal(await chosen(), name, "the choice is in the address");
        assert.equal((await totals(page))[0], total);
        await page.selectOption("#with", "other");
        await page.locator("#o-first").waitFor();
        assert.equal(await page.inputValue("#o-first"), "3,", "the text as it was typed");
        assert.equal(await chosen(), "other parameters");
      }
    }));
});

describe("a kept run", () => {
  test("is run again after a reload, gives the same story, and can be deleted", () =>
    visit(site, "/s/gather?speed=instant&a003=0.6", {}, async (page) => {
      await untilRun(page, "finished");
      await page.click("#keep");
      const kept = page.locator(".kept li");
      await kept.waitFor();
      assert.match(await kept.innerText(), /A003 = 0\.6/);
      await openAfresh(site, page, "/s/gather?speed=instant");
      await untilRun(page, "finished");
      await kept.getByRole("button", { name: /Compare with the run kept on/ }).click();
      await eventually(() => totals(page), (all) => all.length === 2, "two runs");
      await untilRun(page, "finished");
      assert.deepEqual(await totals(page), [1.2, 1.5]);
      await page.locator('[data-again="true"]').waitFor();
      assert.match(await page.locator("#with option:checked").textContent(), /kept on/);
      await kept.getByRole("button", { name: /Forget/ }).press("Enter");
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "keep", "focus on the button Keep");
      await eventually(() => kept.count(), (count) => count === 0, "nothing kept");
      await reload(page);
      await untilRun(page, "finished");
      assert.equal(await kept.count(), 0);
      assert.deepEqual(await totals(page), [1.2, 1.5], "the comparison stays");
      assert.equal(await page.locator("#with option:checked").textContent(), "a run that is not kept here");
    }));

  test("can be deleted during another run, and the focus moves to a button", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      await untilRun(page, "finished");
      await page.click("#keep");
      await page.locator(".kept li").waitFor();
      await openAfresh(site, page, "/s/gather?speed=0.1");
      await page.click("#run");
      await untilRun(page, "running");
      await page.locator(".kept li").getByRole("button", { name: /Forget/ }).press("Enter");
      await eventually(() => page.locator(".kept li").count(), (count) => count === 0, "nothing kept");
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "keep", "focus on the button Keep");
      await page.keyboard.press("Enter");
      assert.equal(await page.locator(".kept li").count(), 0, "an unfinished run is not kept");
      assert.equal(await page.getAttribute("#keep", "aria-disabled"), "true");
    }));

  test("is the run with the values of the fields, if two ways are compared", () =>
    visit(site, "/s/sequential?speed=instant&compare=1&first=3", {}, async (page) => {
      await untilRun(page, "finished");
      await page.click("#keep");
      assert.match(await page.locator(".kept li").innerText(), /D1 = 3\.0/);
    }));

  test("whose story has changed says so", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      await untilRun(page, "finished");
      await page.click("#keep");
      await page.locator(".kept li").waitFor();
      // Another version of the program would have stored another digest of the story.
      await page.evaluate(() => {
        const [id, at, story, values] = localStorage.getItem("loopscope.kept").split(" ");
        localStorage.setItem("loopscope.kept", [id, at, (Number(story) + 1) % 2 ** 32, values].join(" "));
      });
      await reload(page);
      await untilRun(page, "finished");
      await page.locator(".kept li button").first().click();
      await page.locator('[data-again="false"]').waitFor();
    }));

  test("belongs to its scenario, and at most eight are kept", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      for (let first = 1; first <= 8; first += 1) {
        await page.fill("#p-a001", String(first));
        await untilRun(page, "finished");
        await page.click("#keep");
        await eventually(() => page.locator(".kept li").count(), (count) => count === first, `${first} kept`);
      }
      assert.equal(await page.getAttribute("#keep", "aria-disabled"), "true");
      await page.fill("#p-a001", "9");
      await untilRun(page, "finished");
      await page.locator("#keep").press("Enter");
      assert.equal(await page.evaluate(() => localStorage.getItem("loopscope.kept").split("\n").length), 8);
      assert.match(await page.locator(".kept").innerText(), /8 runs are kept\. Forget one to keep another\./);
      await openAfresh(site, page, "/s/concurrent?speed=instant");
      await untilRun(page, "finished");
      assert.equal(await page.locator(".kept li").count(), 0);
    }));

  test("is not offered for real requests, with the reason", () =>
    visit(site, "/s/real-requests?urls=json", {}, async (page) => {
      assert.equal(await page.locator("#compare").count(), 0);
      await page.click("#run");
      await untilRun(page, "finished");
      assert.equal(await page.locator("#keep").count(), 0);
      assert.match(await page.locator(".kept").innerText(), /cannot be kept/);
    }));
});

describe("a comparison", () => {
  for (const id of ["api-gateway", "chat-bot", "shield"]) {
    test(`shows the whole names of ${id}'s lanes on a narrow screen`, () =>
      visit(site, `/s/${id}?speed=instant&compare=1`, { width: 390, height: 844 }, async (page) => {
        await untilRun(page, "finished");
        const names = await page.locator(".lane .name .n").evaluateAll((names) =>
          names.map((name) => ({ name: name.textContent, title: name.title, cut: name.scrollWidth > name.clientWidth, high: name.offsetHeight })),
        );
        assert.ok(names.length >= 8, `${names.length} lanes`);
        for (const { name, title, cut, high } of names) assert.ok(!cut && high <= 44 && title === name, `${name}: ${high} px`);
      }));
  }

  for (const [language, scheme, width] of [["en", "light", 1440], ["fr", "dark", 390]]) {
    test(`has no axe violation and nothing too wide, ${language}, ${scheme}, ${width} px`, () =>
      visit(site, `/s/gather?speed=instant&compare=1&with=a003%3Dsoon%26a001%3D0.3&lang=${language}`, { scheme, width }, async (page) => {
        await untilRun(page, "finished");
        await page.click("#keep");
        await page.locator(".kept li").waitFor();
        await isForEveryone(page);
      }));
  }
});
