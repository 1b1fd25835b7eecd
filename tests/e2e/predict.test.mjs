// Checks that a reader can predict a run: nothing shows the answers before, the predictions are marked after it, and one
// button goes to the first moment that differs from them.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { addressHas, clockOf, eventually, isForEveryone, open, reload, untilLoaded, untilRun, untilTime, visit } from "./visit.mjs";

const site = await open();
after(site.close);

const answered = (page) => page.locator('.predict[data-answered="true"]').waitFor();
const prints = (page) => page.locator(".order code").allTextContents();
const marks = (page) => page.locator(".marks > div").evaluateAll((all) => all.map((mark) => mark.dataset.mark));

/** Moves the prints into this order by their buttons. If they already have this order, confirms it. */
async function putInOrder(page, wanted) {
  for (const [place, text] of wanted.entries()) {
    for (let now = (await prints(page)).indexOf(text); now > place; now -= 1) {
      await page.locator(".order li").nth(now).locator("button").first().press("Enter");
      await eventually(() => prints(page), (texts) => texts[now - 1] === text, `${text} one further up`);
    }
  }
  const stands = page.locator("#as-it-stands");
  if ((await stands.getAttribute("aria-disabled")) === "false") await stands.press("Enter");
  await page.locator('#as-it-stands[aria-disabled="true"]').waitFor();
}

describe("before the run", () => {
  test("no earlier run and no text of the page shows the answers", () =>
    visit(site, "/s/concurrent?speed=instant&tab=explanation", {}, async (page) => {
      await untilRun(page, "finished");
      await untilLoaded(page);
      await page.click("#predict");
      await untilRun(page, "idle");
      assert.equal(await page.locator(".explanation").count(), 0);
      assert.equal(await page.locator(".inspector .tips").count(), 0);
      assert.equal(await page.textContent('#contents a[aria-current="page"] .t'), "?");
      assert.equal(await page.locator(".row.lane").count(), 0);
      assert.equal(await page.locator(".tick:visible").count(), 0, "no axis");
      const text = await page.evaluate(() => document.body.innerText);
      for (const told of ["2.000", "4.500", "2.25", "D1, D2 and D3"]) assert.ok(!text.includes(told), told);
      await addressHas(page, "predict=1");
    }));

  test("the axis of the live run does not show its end", () =>
    visit(site, "/s/concurrent?predict=1&speed=2&first=9", {}, async (page) => {
      await page.fill("#guess", "9");
      await page.locator("#guess").press("Enter");
      await untilTime(page, 0.5);
      const axis = await page.locator("#board").evaluate((board) => Number.parseFloat(board.style.getPropertyValue("--end")));
      assert.ok(axis < 8, `an axis of ${axis} s`);
      assert.equal(await page.textContent("#phase"), "running");
      assert.ok(await page.locator("#guess").isDisabled(), "the prediction cannot be changed during the run");
    }));

  test("predictions are kept through a reload, and an invalid one has a message", () =>
    visit(site, "/s/wait-for?predict=1", {}, async (page) => {
      await page.fill("#guess", "soon");
      assert.equal(await page.textContent("#m-guess"), "This is not a number. It does not count as an answer.");
      const first = (await prints(page))[0];
      await page.locator(".order li").first().locator("button").nth(1).click();
      await page.locator(".tasks-named input").nth(2).check();
      await addressHas(page, "guess=soon", "order=1-0", "ends=2");
      await reload(page);
      assert.equal(await page.inputValue("#guess"), "soon");
      assert.equal((await prints(page))[1], first);
      assert.ok(await page.locator(".tasks-named input").nth(2).isChecked());
      assert.equal(await page.locator('main[data-run-state="idle"]').count(), 1);
    }));
});

describe("after the run", () => {
  for (const [language, word, score] of [
    ["en", "Right", "3 of 3 right. Nothing came otherwise than you said."],
    ["fr", "Juste", "3 réponses justes sur 3. Rien ne s’est passé autrement que vous ne l’aviez dit."],
  ]) {
    test(`correct predictions are marked right, also with a decimal comma, ${language}`, () =>
      visit(site, `/s/task-group?predict=1&speed=instant&lang=${language}`, {}, async (page) => {
        await page.fill("#guess", "2,0");
        await putInOrder(page, ["three tasks in the group", "caught: …"]);
        for (const task of ["prices", "stock"]) await page.locator(".tasks-named label", { hasText: task }).locator("input").check();
        await page.click("#predict-run");
        await answered(page);
        assert.deepEqual(await marks(page), ["right", "right", "right"]);
        assert.equal((await page.locator(".mark").first().textContent()).trim(), word);
        assert.equal(await page.textContent(".score"), score);
        assert.equal(await page.locator("#surprise").count(), 0);
      }));
  }

  test("a wrong prediction is marked wrong, and a button goes to the first different moment, which is then in the address", () =>
    visit(site, "/s/gather?predict=1&speed=instant", {}, async (page) => {
      await page.fill("#guess", "1.5");
      // This predicts that A001 is ready before A002. In the run the second print, at 0.8, is A002's.
      await putInOrder(page, ["A004 ready", "A001 ready", "A002 ready", "A003 ready", "all orders shipped"]);
      await page.locator("#guess").press("Enter");
      await answered(page);
      assert.deepEqual(await marks(page), ["right", "wrong"]);
      assert.match(await page.locator(".came").innerText(), /0\.800\s+A002 ready\s+You said A001 ready\./);
      await page.locator("#surprise").press("Enter");
      await eventually(() => clockOf(page), (time) => time === 0.8, "the moment of the second print");
      await addressHas(page, "at=0.8");
      assert.deepEqual(await marks(page), ["right", "wrong"], "the marks stay");
      await page.locator("#predict-again").press("Enter");
      await untilRun(page, "idle");
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "guess", "focus on the first question");
      assert.equal(await page.inputValue("#guess"), "1.5", "the answers stay");
      await page.click("#predict-close");
      await untilRun(page, "finished");
    }));

  test("a question without an answer is neither right nor wrong", () =>
    visit(site, "/s/concurrent?predict=1&speed=instant", {}, async (page) => {
      await page.click("#run");
      await answered(page);
      assert.deepEqual(await marks(page), ["open", "open"]);
      assert.match(await page.locator(".marks").innerText(), /Not answered\s+It took 2\.000\s+s\./);
      assert.doesNotMatch(await page.locator(".predict").innerText(), /You said|than you said/);
      assert.equal(await page.textContent(".score"), "No answer was given.");
      assert.equal(await page.locator(".came .mark").count(), 0, "no print has a mark");
    }));

  for (const [language, button, notYet, said] of [
    ["en", "As it stands", /Not answered yet/, /This order is your answer\./],
    ["fr", "Dans cet ordre", /Pas encore de réponse/, /Cet ordre est votre réponse\./],
  ]) {
    test(`the shown order becomes the answer when the reader confirms it, and is then in the address, ${language}`, () =>
      visit(site, `/s/concurrent?predict=1&speed=instant&lang=${language}`, {}, async (page) => {
        const shown = await prints(page);
        assert.match(await page.innerText(".stands p"), notYet);
        await page.getByRole("button", { name: button }).press("Enter");
        await eventually(() => page.innerText(".stands p"), (text) => said.test(text), "an answer");
        assert.equal(await page.evaluate(() => document.activeElement.id), "as-it-stands");
        await addressHas(page, `order=${shown.map((_, place) => place).join("-")}`);
        await reload(page);
        assert.deepEqual(await prints(page), shown);
        await page.click("#run");
        await answered(page);
        assert.notEqual((await marks(page))[1], "open");
        assert.equal(await page.locator(".came .mark").count(), shown.length, "each print has a mark");
      }));
  }
});

describe("a prediction", () => {
  test("is made and read by keyboard alone, and a moved print keeps the focus", () =>
    visit(site, "/s/concurrent?speed=10", {}, async (page) => {
      await page.locator("#predict").press("Enter");
      await page.locator("#guess").waitFor();
      await page.locator("#guess").focus();
      await page.keyboard.type("2");
      await page.keyboard.press("Tab");
      const [first, second] = await prints(page);
      const focused = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
      assert.match(await focused(), new RegExp(first));
      await page.keyboard.press("ArrowDown");
      await eventually(() => prints(page), (texts) => texts[0] === second && texts[1] === first, "another order");
      await eventually(focused, (label) => label?.includes(first), "the focus on the print that moved");
      await page.keyboard.press("ArrowUp");
      await eventually(() => prints(page), (texts) => texts[0] === first, "the order as before");
      const kept = await page.evaluate(() => {
        const event = new KeyboardEvent("keydown", { key: "ArrowDown", altKey: true, bubbles: true, cancelable: true });
        return document.activeElement.dispatchEvent(event);
      });
      assert.ok(kept, "the browser handles the key with Alt");
      assert.equal((await prints(page))[0], first, "a key with Alt moves no print");
      await page.keyboard.press("Control+Enter");
      await answered(page);
      assert.match(await page.textContent(".score"), /of 2 right/);
    }));

  for (const [language, scheme, width] of [["en", "light", 1440], ["fr", "dark", 390]]) {
    test(`has no axe violation and nothing too wide, before and after the run, ${language}, ${scheme}, ${width} px`, () =>
      visit(site, `/s/wait-for?predict=1&guess=soon&speed=instant&lang=${language}`, { scheme, width }, async (page) => {
        await page.locator(".order").waitFor();
        await isForEveryone(page);
        await page.fill("#guess", "9");
        await page.locator(".tasks-named input").first().check();
        await page.click("#predict-run");
        await answered(page);
        await isForEveryone(page);
      }));
  }

  test("is not offered for real requests, nor in a comparison", () =>
    visit(site, "/s/real-requests?predict=1", {}, async (page) => {
      assert.equal(await page.locator("#predict, .predict").count(), 0);
      await page.evaluate(() => {
        location.hash = "/s/concurrent?predict=1&speed=instant";
      });
      await page.locator(".predict").waitFor();
      await page.click("#compare");
      await untilRun(page, "finished");
      assert.equal(await page.locator(".predict").count(), 0);
    }));
});
