// The course around the scenarios: its pages, the glossary and its terms, the marks of finished runs, the exercises.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { addressHas, clockOf, eventually, open, openAfresh, reload, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

for (const language of ["en", "fr"]) {
  describe(`in ${language}`, () => {
    test("every chapter of the contents has an introduction with its scenarios", () =>
      visit(site, `/?lang=${language}`, { language }, async (page) => {
        const chapters = await page.locator("#contents h2 a").all();
        assert.ok(chapters.length >= 6);
        for (const chapter of chapters) {
          const id = await chapter.getAttribute("data-reading");
          await chapter.press("Enter");
          await page.locator(`main[data-reading="${id}"] .read p`).first().waitFor();
          assert.equal(await chapter.getAttribute("aria-current"), "page");
          const listed = await page.locator(".of-chapter a").count();
          const inContents = await page.locator(`#contents div:has(> h2 a[data-reading="${id}"]) a[data-id]`).count();
          assert.equal(listed, inContents, id);
        }
      }));

    test("each term of the glossary links to a moment of a run, where its task is selected", () =>
      visit(site, `/read/glossary?lang=${language}`, { language }, async (page) => {
        const links = page.locator("main.reading .read a.ref");
        await links.first().waitFor();
        const places = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href").slice(1)));
        assert.ok(places.length >= 18);
        for (const place of places) {
          const asked = new URLSearchParams(place.split("?")[1]);
          await openAfresh(site, page, `${place}&lang=${language}`);
          await eventually(() => clockOf(page), (time) => time === Number(asked.get("at")), `the moment of ${place}`);
          await page.locator(`.inspector h2:text-is("${asked.get("task")}")`).waitFor();
          assert.equal(await page.locator(".notice:visible").count(), 0, place);
        }
      }));
  });
}

test("Next goes by keyboard through the whole course, and Previous back", () =>
  visit(site, "/read/what-waiting-costs", {}, async (page) => {
    const here = () => page.evaluate(() => location.hash.replace(/\?.*/, ""));
    const way = [await here()];
    assert.equal(await page.locator(".neighbours .previous").count(), 0, "the first page has no Previous");
    for (const [link, until] of [[".next", "#/read/glossary"], [".previous", way[0]]]) {
      const pages = [await here()];
      while (pages.at(-1) !== until) {
        await page.locator(`.neighbours ${link}`).press("Enter");
        pages.push(await eventually(here, (address) => address !== pages.at(-1), "another page"));
        await page.locator(`main[data-reading="${pages.at(-1).slice(7)}"], main[data-scenario="${pages.at(-1).slice(4)}"]`).waitFor();
        assert.ok(pages.length < 100, pages.join(" "));
      }
      if (link === ".next") way.push(...pages.slice(1));
      else assert.deepEqual(pages.reverse(), way);
    }
    assert.equal(way.length, (await page.locator("#contents a[data-id], #contents a[data-reading]").count()), "every page");
  }));

test("a link in a list item does not break the line", () =>
  visit(site, "/read/when-async", {}, async (page) => {
    const points = page.locator(".read .point:has(a)");
    await points.first().waitFor();
    // The text after a link must start on the line on which the link ends.
    const first = await points.last().evaluate((point) => {
      const line = document.createRange();
      line.setStart(point.querySelector("a").nextSibling, 0);
      line.setEnd(point.querySelector("a").nextSibling, 1);
      const [link, after] = [point.querySelector("a").getClientRects(), line.getBoundingClientRect()];
      return [link[link.length - 1].bottom, after.bottom].map(Math.round);
    });
    assert.equal(first[0], first[1]);
  }));

test("a term in an explanation links to its entry in the glossary", () =>
  visit(site, "/s/semaphore?tab=explanation", {}, async (page) => {
    const term = page.locator('#panel a.term[href$="/semaphore"]');
    await term.waitFor();
    assert.equal(await term.count(), 1, "only the first occurrence of a term is a link");
    await page.locator('#panel a.term[href="#/read/glossary/task"]').press("Enter");
    await eventually(
      () => page.evaluate(() => document.activeElement.id),
      (id) => id === "term-task",
      "focus at the term",
    );
  }));

test("the address has the time at which a run is paused, and opens the run there", () =>
  visit(site, "/s/gather?speed=instant&task=A002&at=0.6", {}, async (page) => {
    await untilRun(page, "paused");
    assert.equal(await clockOf(page), 0.6);
    await addressHas(page, "at=0.6");
    await reload(page);
    await untilRun(page, "paused");
    assert.equal(await clockOf(page), 0.6);
    await page.click("#step");
    await eventually(() => clockOf(page), (time) => time > 0.6, "a later moment");
    await eventually(() => page.url(), (url) => url.includes("at=0.8"), "the later moment in the address");
  }));

test("a scenario that has run is marked, even after a reload", () =>
  visit(site, "/s/gather?speed=10", {}, async (page) => {
    const mark = page.locator("#contents .ran");
    assert.equal(await mark.count(), 0);
    await page.click("#run");
    await untilRun(page, "finished");
    await page.locator('#contents a[data-id="gather"] .ran').waitFor();
    await reload(page);
    await openAfresh(site, page, "/s/shield?speed=instant");
    await page.locator('#contents a[data-id="shield"] .ran').waitFor();
    await openAfresh(site, page, "/?lang=fr");
    assert.equal(await mark.count(), 2);
    assert.equal(await mark.first().getAttribute("aria-label"), "exécuté");
  }));

test("an exercise has its task, its hints one by one, and then its solution", () =>
  visit(site, "/s/weather-stations", { width: 390, height: 844 }, async (page) => {
    const hints = page.locator(".exercise details");
    await hints.first().waitFor();
    assert.ok((await hints.count()) >= 3);
    assert.equal(await page.locator(".exercise details[open]").count(), 0);
    await hints.first().locator("summary").press("Enter");
    assert.equal(await page.locator(".exercise details[open]").count(), 1);
    assert.equal(await page.locator(".code").count(), 0);
    await page.locator(".exercise button").press("Enter");
    await page.locator('#panel[data-tab="code"] pre').first().waitFor();
  }));

test("the search finds exercises by title and concept, and words of guides, and each result names its target", () =>
  visit(site, "/", {}, async (page) => {
    const asked = [];
    page.on("request", (request) => asked.push(request.url()));
    const results = () => page.locator(".terms li").allTextContents();
    assert.ok(!asked.some((address) => address.endsWith("search.txt")), "the words are not loaded before the first key");
    await page.fill("#find", "two locks");
    await eventually(results, (all) => all.some((one) => /bug hunt$/.test(one)), "a bug hunt");
    await page.fill("#find", "chasse shield");
    await eventually(results, (all) => all.length === 1 && /bug hunt$/.test(all[0]), "the hunt with a shield");
    await page.fill("#find", "verneinung");
    await page.getByText("No scenario fits.").waitFor();
    // This word is only in guides.
    await page.fill("#find", "trembles");
    await page.locator('#contents a[data-id="system-monitor"] .leads', { hasText: "explanation:" }).waitFor();
    await page.fill("#find", "first gather");
    await page.locator(".terms a", { hasText: "A first gather" }).press("Enter");
    await addressHas(page, "/e/first-gather");
    assert.equal(asked.filter((address) => address.endsWith("search.txt")).length, 1);
  }));
