// The program in two parts: a first visit needs one, and whatever a reader does waits for the other.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { addressHas, open, visit } from "./visit.mjs";

const rest = "**/loopscope-rest-*.wasm";
const firstVisit = "/s/concurrent?speed=instant";

let site;
before(async () => (site = await open()));
after(() => site.close());

describe("without the rest of the program", () => {
  /** Keeps the rest away until `gate.open()` is called; `gate.asked` comes when the page has asked for it. */
  const heldBack = (gate) => (page) => {
    const opened = new Promise((done) => (gate.open = done));
    let hasAsked;
    gate.asked = new Promise((done) => (hasAsked = done));
    return page.route(rest, async (route) => {
      hasAsked();
      await opened;
      await route.continue().catch(() => {}); // or the test has let go of it
    });
  };

  for (const language of ["en-GB", "fr-FR"]) {
    test(`a first visit shows the contents, and the result of a run, in ${language}`, async () => {
      const gate = {};
      await visit(site, firstVisit, { language, prepare: heldBack(gate) }, async (page) => {
        await page.locator("main[data-run-state=finished]").waitFor();
        assert.equal(await page.getAttribute("html", "lang"), language.slice(0, 2));
        assert.equal((await page.textContent("#clock")).trim().slice(0, 3), "2.0");
        assert.equal(await page.locator(".contents .t").first().textContent(), "", "no duration that was not found out");
        const { y } = await page.locator("#tab-outcome").boundingBox();
        gate.open();
        await page.locator(".contents .t", { hasText: "4.5" }).waitFor();
        assert.equal((await page.locator("#tab-outcome").boundingBox()).y, y, "nothing jumps");
      });
      await visit(site, "", { language, prepare: heldBack(gate) }, async (page) => {
        await page.locator("main.welcome h1").waitFor();
        gate.open();
      });
    });
  }

  test("what a reader does is done when it has come", async () => {
    const gate = {};
    await visit(site, firstVisit, { prepare: heldBack(gate) }, async (page) => {
      await page.locator("main[data-run-state=finished]").waitFor();
      await page.click(".contents a[data-id=semaphore]");
      await page.waitForTimeout(300);
      assert.equal(await page.getAttribute("main", "data-scenario"), "concurrent");
      gate.open();
      await page.locator("main[data-scenario=semaphore]").waitFor();
      await page.click("#tab-log");
      await page.locator("#tab-log[aria-selected=true]").waitFor();
    });
  });

  test("the page says that it did not come, and the next wish asks again", async () => {
    let asked = 0;
    const prepare = (page) => page.route(rest, (route) => ((asked += 1), asked < 3 ? route.abort() : route.continue()));
    await visit(site, firstVisit, { prepare, provokes: /Failed to load resource/ }, async (page) => {
      await page.locator(".rest-missing").waitFor();
      await page.locator(".params input").first().fill("2.5");
      await page.locator(".rest-missing").waitFor();
      await page.click("#tab-table");
      await page.locator("#tab-table[aria-selected=true]").waitFor();
      assert.equal(await page.locator(".rest-missing").isVisible(), false);
      assert.equal(asked, 3);
      // What was typed before is not lost.
      await addressHas(page, "first=2.5");
      assert.equal(await page.locator(".params input").first().inputValue(), "2.5");
    });
  });

  test("a function that cannot wait has it loaded at once", async () => {
    const gate = {};
    await visit(site, firstVisit, { prepare: heldBack(gate) }, async (page) => {
      await page.locator("main[data-run-state=finished]").waitFor();
      await gate.asked;
      await page.unroute(rest);
      await page.evaluate(() => void loopscopeRest(2));
      await page.locator(".contents .t", { hasText: "4.5" }).waitFor();
      gate.open();
    });
  });

  test("an address that needs it waits for it, and says when it is not there", async () => {
    const prepare = (page) => page.route(rest, (route) => route.abort());
    const options = { prepare, provokes: /Failed to (load resource|fetch)|loopscope-rest/, starts: false };
    await visit(site, "/s/semaphore", options, async (page) => {
      await page.locator(".boot .failed").waitFor();
    });
  });
});
