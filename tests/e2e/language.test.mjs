// The reader's language and colours: chosen, remembered, and set before the first paint.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { addressHas, addressIn, eventually, open, openAfresh, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

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
    test(`is ${page} if the browser asks for ${browser}`, () =>
      visit(site, "/s/gather", { language: browser, prepare: watchFirstSight }, async (opened) => {
        assert.equal((await firstSight(opened)).language, page, "from the first paint on");
        assert.equal(await opened.getAttribute("html", "lang"), page);
        assert.equal(await opened.getAttribute(`.lang [lang="${page}"]`, "aria-pressed"), "true");
      }));
  }

  test("of an address overrides that of the browser", () =>
    visit(site, "/s/gather?lang=en", { language: "fr-FR", prepare: watchFirstSight }, async (page) => {
      assert.equal((await firstSight(page)).language, "en", "from the first paint on");
      assert.equal(await page.getAttribute("html", "lang"), "en");
    }));
});

describe("the colours", () => {
  test("that were chosen are remembered, and set before the first paint", () =>
    visit(site, "/s/gather", { prepare: watchFirstSight }, async (page) => {
      assert.equal((await firstSight(page)).theme, undefined);
      await page.click("#theme");
      await page.click("#theme");
      await page.locator('html[data-theme="dark"]').waitFor();
      assert.equal(await background(page), await backgroundOf("dark"), "the chosen colours are dark on a light system");

      await openAfresh(site, page, "/s/gather");
      assert.equal((await firstSight(page)).theme, "dark");
      assert.equal(await page.getAttribute("html", "data-theme"), "dark");
    }));

  test("of an address are set before the first paint", () =>
    visit(site, "/s/gather?theme=light", { scheme: "dark", prepare: watchFirstSight }, async (page) => {
      assert.equal((await firstSight(page)).theme, "light");
      assert.equal(await background(page), await backgroundOf("light"));
    }));

  test("are the system's again after the third press", () =>
    visit(site, "/s/gather", {}, async (page) => {
      for (const theme of ['[data-theme="light"]', '[data-theme="dark"]', ":not([data-theme])"]) {
        await page.click("#theme");
        await page.locator(`html${theme}`).waitFor();
      }
      await eventually(() => addressIn(page), (address) => address === "/s/gather", "an address without colours");
    }));
});

/** Records the page's settings when its body starts, which is before the first paint. */
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

/** The background of a page that takes its colours from a system with this scheme. */
async function backgroundOf(scheme) {
  let colour = "";
  await visit(site, "/s/gather", { scheme }, async (page) => {
    colour = await background(page);
  });
  return colour;
}

test("numbers have a comma in French, and a point in the address", () =>
  visit(site, "/s/semaphore?lang=fr&speed=instant&tab=outcome", {}, async (page) => {
    await untilRun(page, "finished");
    assert.equal(await page.textContent("#clock"), "3,300");
    assert.match(await page.textContent(".row.ruler"), /0,5.*1,0.*3,0/);
    assert.equal(await page.inputValue("#p-durations"), "1,2");
    await page.fill("#p-durations", "1,5");
    await addressHas(page, "durations=1");
    await untilRun(page, "finished");
    assert.match(await page.textContent("#panel"), /Temps total.*\d,\d{3}\u{a0}s/su);
    assert.doesNotMatch(await page.textContent("#panel table"), /\d\.\d{3}/);
  }));
