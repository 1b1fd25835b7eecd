// Checks that an address, a line of the output, a row of the log and a suggestion of the guide open their moments, and
// that each step is announced.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { addressHas, addressIn, clockOf, eventually, open, openAfresh, reload, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

function said(page) {
  return page.textContent("#said");
}

test("the address of a stepped run has its event, and a reload or a link shows the same event, paused", () =>
  visit(site, "/s/semaphore", {}, async (page) => {
    // The address is written with a delay. So the test waits for each step in the address.
    for (let step = 0, before = ""; step < 3; step += 1) {
      await page.click("#step");
      before = await eventually(() => addressIn(page), (now) => now !== before && now.includes("seen="), "the step in the address");
    }
    await untilRun(page, "paused");
    await addressHas(page, "at=0", "seen=");
    const [sentence, address] = [await said(page), await addressIn(page)];
    assert.match(sentence, /T2 begins/);
    await reload(page);
    await untilRun(page, "paused");
    await eventually(() => said(page), (now) => now === sentence, "the same step after a reload");
    await openAfresh(site, page, "/s/gather?at=0.9");
    await untilRun(page, "paused");
    assert.equal(await clockOf(page), 0.9);
    await openAfresh(site, page, address);
    await eventually(() => said(page), (now) => now === sentence, "the same step by its address");
  }));

test("a line of the output and a row of the log are links to their moments", () =>
  visit(site, "/s/semaphore?speed=instant&tab=output", {}, async (page) => {
    await untilRun(page, "finished");
    await page.click('.output button:has-text("T3 is inside")');
    await untilRun(page, "paused");
    assert.equal(await clockOf(page), 1.2);
    assert.equal(await page.locator(".output .later").count(), 2);
    await page.click("#tab-log");
    await page.selectOption("#log-kind", { label: "prints" });
    const row = page.locator('.log tbody tr:has-text("T5 is inside") button');
    await row.focus();
    await page.keyboard.press("Enter");
    await eventually(() => clockOf(page), (time) => time === 2.2, "the moment of the row");
    assert.equal(await page.locator(".log tbody tr.later").count(), 0);
  }));

test("a guide's suggestion is set and run by one button, and undone by another", () =>
  visit(site, "/s/semaphore?permits=3", {}, async (page) => {
    await page.click('.inspector .try button:has-text("Permits = 1")');
    await untilRun(page, "running");
    await addressHas(page, "permits=1");
    await page.selectOption("#speed", "10");
    await untilRun(page, "finished");
    assert.equal(await clockOf(page), 6.6);
    await page.click(".inspector .untry");
    await addressHas(page, "permits=3");
  }));

test("the search finds asyncio's names and shows the found word", () =>
  visit(site, "/s/semaphore?lang=fr", {}, async (page) => {
    await page.fill("#find", "to_thread");
    await page.locator('#contents a[data-id="blocking-call"] .leads:has-text("to_thread")').waitFor();
    await page.fill("#find", "boucle");
    await page.click('#contents a[data-term="event-loop"]');
    await eventually(() => page.url(), (url) => url.includes("/read/glossary/event-loop"), "the term");
  }));
