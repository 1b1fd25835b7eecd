// Texts that the page loads on demand: the message if one cannot be loaded, and the retry.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { fakeClock, open, visit } from "./visit.mjs";

const site = await open();
after(site.close);

test("a guide that cannot be loaded is reported, and a retry loads it", async () => {
  const guide = "**/text/guides/gather.en.md";
  const prepare = (page) => page.route(guide, (route) => route.abort());
  const provokes = /Failed to load resource/;
  await visit(site, "/s/gather?tab=explanation", { prepare, provokes }, async (page) => {
    assert.match(await page.locator("#panel [role=alert]").textContent(), /could not be loaded/);
    await page.click("#panel .not-loaded button");
    await page.locator("#panel [role=alert]").waitFor();

    await page.unroute(guide);
    await page.click("#panel .not-loaded button");
    await page.locator("#panel .explanation p").first().waitFor();
    await page.locator(".inspector .tips li").first().waitFor();
    assert.equal(await page.locator("[role=alert]:visible").count(), 0);
  });
});

test("a guide that hangs can be retried after ten seconds", async () => {
  const guide = "**/text/guides/gather.en.md";
  const prepare = async (page) => {
    await fakeClock(page);
    await page.route(guide, () => {}, { times: 1 });
  };
  await visit(site, "/s/gather?tab=explanation", { prepare }, async (page) => {
    assert.equal(await page.locator("#panel .note").textContent(), "Loading…");
    assert.equal(await page.locator("#panel .not-loaded").count(), 0);
    await page.clock.runFor(10_000);
    await page.locator("#panel .not-loaded button").click();
    await page.locator("#panel .explanation p").first().waitFor();
  });
});

test("a guide follows the language, and a loaded text is not requested again", async () => {
  const asked = [];
  const prepare = (page) => page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await visit(site, "/s/gather?tab=explanation", { prepare }, async (page) => {
    for (const language of ["en", "fr", "en"]) {
      await page.click(`.lang [lang="${language}"]`);
      const heading = { en: "What to look at", fr: "Ce qu’il faut regarder" }[language];
      await page.locator("#panel h2", { hasText: heading }).waitFor();
    }
    assert.deepEqual(
      asked.filter((path) => path.includes("guides")),
      ["/text/guides/gather.en.md", "/text/guides/gather.fr.md"],
    );
  });
});

test("a source of another version than the program is not shown", async () => {
  const prepare = (page) => page.route("**/scenarios/gather.py", (route) => route.fulfill({ body: "print('other')\n" }));
  await visit(site, "/s/gather?tab=code", { prepare }, async (page) => {
    await page.locator("#panel .l").first().waitFor();
    assert.match(await page.locator("#panel [role=alert]").textContent(), /another version/);
    assert.equal(await page.locator("#panel pre").count(), 1, "the other one is there");
  });
});
