// Tests two larger programs: the web crawler by real requests, with the graph of its links; the API gateway.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { eventually, frames, open, runToEnd, untilRun, untilWorker, visit } from "./visit.mjs";

const deadLink = /Failed to load resource/;

const bases = ["/", "/sub/"];
const sites = await Promise.all(bases.map((base) => open({ base })));
for (const { close } of sites) after(close);
const [site] = sites;

for (const [place, base] of bases.entries()) {
  const site = sites[place];

  describe(`the web crawler under ${base}`, { concurrency: 2 }, () => {
    test("finds the same pages by real requests as in its simulated site, and requests no page twice", () =>
      visit(site, "/s/web-crawler?speed=instant", { workers: true, provokes: deadLink }, async (page, context) => {
        await untilRun(page, "finished");
        const simulated = await pages(page);
        assert.equal(simulated.length, 9);
        await untilWorker(page);

        const asked = [];
        context.on("request", (request) => asked.push(request.url().split("/api/site/")[1]));
        await chooseReal(page);
        await frames(page);
        assert.equal(await page.getAttribute("main", "data-run-state"), "idle", "choosing real requests starts no run");
        await runToEnd(page);
        assert.deepEqual(await pages(page), simulated);
        assert.equal(await page.locator("table.requests tbody tr").count(), 8, "the page `old` is replaced by its redirect's target, `new`");
        // The browser reports both the request to the worker and its redirect.
        const fetched = asked.filter((name) => name !== undefined);
        assert.deepEqual(fetched.toSorted(), [...new Set(fetched)].toSorted(), "no page twice");
        assert.ok(fetched.includes("home") && fetched.includes("attic"));
      }));

    test("finds the same pages without a service worker", () =>
      visit(site, "/s/web-crawler?speed=instant", {}, async (page) => {
        await untilRun(page, "finished");
        const simulated = await pages(page);
        await chooseReal(page);
        await runToEnd(page);
        assert.deepEqual(await pages(page), simulated);
        assert.notEqual(await page.textContent("#simulated"), "");
      }));
  });
}

describe("a crawl", { concurrency: 2 }, () => {
  test("that is set to real requests ends its comparison", () =>
    visit(site, "/s/web-crawler?speed=instant&compare=1", { workers: true }, async (page) => {
      await page.click('#p-source [data-option="real"]');
      await page.locator("main[data-real]").waitFor();
      await page.locator(".versus").waitFor({ state: "detached" });
      assert.equal(await page.locator("#compare").count(), 0, "real requests are not compared");
    }));

  test("by real requests is not started by an address, runs at ×1 and can be stopped", () =>
    visit(site, "/s/web-crawler?source=real&speed=instant&limit=1&depth=1", { workers: true }, async (page) => {
      await untilWorker(page);
      await frames(page);
      assert.equal(await page.getAttribute("main", "data-run-state"), "idle");
      assert.equal(await page.textContent("#pace"), "real, ×1");
      // Clicks from within the page, because on a busy machine Playwright's click may come after the run's end.
      await page.evaluate(() => {
        const run = document.querySelector("#run");
        const watch = new MutationObserver(() => {
          if (document.querySelectorAll("tr[data-request]").length < 2) return;
          watch.disconnect();
          run.click();
        });
        watch.observe(document.querySelector("#work"), { childList: true, subtree: true });
        run.click();
      });
      await untilRun(page, "finished");
      assert.equal(await page.getAttribute('.lane[data-task="main"]', "data-now"), "cancelled");
      const ends = await page.locator("tr[data-request]").evaluateAll((rows) => rows.map((row) => row.dataset.end));
      assert.ok(ends.length < 4, "the run was stopped before its last page");
      assert.deepEqual(ends, [...ends.slice(1).map(() => "done"), "aborted"]);
    }));

  test("shows each page's state at the time of the cursor", () =>
    visit(site, "/s/web-crawler?speed=instant&at=0.85", {}, async (page) => {
      await untilRun(page, "paused");
      const states = async () => Object.fromEntries(await nodes(page));
      await eventually(states, (states) => states.attic === "asked", "the state of attic");
      const { home, old, slow } = await states();
      assert.deepEqual([home, old, slow], ["200", "unasked", undefined]);
      assert.equal(await page.locator(".links path.again").count(), 3);
      assert.equal(await page.locator(".links path.finds").count(), 6);
      const label = await page.locator('.links [role="img"]').getAttribute("aria-label");
      assert.match(label, /table/);
    }));

  test("ends at its depth, and shows the pages that it did not request", () =>
    visit(site, "/s/web-crawler?speed=instant&depth=1", {}, async (page) => {
      await untilRun(page, "finished");
      const unasked = (await nodes(page)).filter(([, state]) => state === "unasked").map(([name]) => name);
      assert.deepEqual(unasked.toSorted(), ["attic", "old", "pond"]);
    }));
});

describe("the gateway", { concurrency: 2 }, () => {
  test("shows for each part of an answer whether it is fresh, and if not, why", () =>
    visit(site, "/s/api-gateway?speed=instant", {}, async (page) => {
      await untilRun(page, "finished");
      const reviews = await column(page, "reviews");
      assert.deepEqual(reviews, [
        "fresh",
        "fallback: timed out",
        "fallback: circuit open",
        "fallback: timed out",
        "fallback: circuit open",
        "fresh",
      ]);
      assert.deepEqual(await column(page, "Fresh"), ["100%", "75%", "75%", "75%", "75%", "100%"]);
      assert.match(await page.textContent("td.returned"), /"profile 5, orders 5, stock 5, \(reviews 1\)"/);
    }));

  test("spends less time on a failing back end with its circuit breaker than without", () =>
    visit(site, "/s/api-gateway?speed=instant&down=20&compare=1", {}, async (page) => {
      await untilRun(page, "finished");
      const seconds = async (key) => (await column(page, "Took", key)).map(Number.parseFloat);
      const [without, with_] = [await seconds("False"), await seconds("True")];
      assert.deepEqual(without.slice(0, 2), with_.slice(0, 2), "the same draws");
      for (const place of [2, 3, 4, 5]) assert.ok(with_[place] < without[place] / 2, `R${place + 1}: ${with_[place]}`);
    }));
});

/** The cells of the report below this heading, of the run with this key if there are several. */
async function column(page, head, key) {
  const table = page.locator(key ? `table.report[data-track="${key}"]` : "table.report");
  await table.waitFor();
  const place = (await table.locator("thead th").allTextContents()).indexOf(head);
  return table.locator(`tbody tr > :nth-child(${place + 1})`).allTextContents();
}

/** The report's pages by name, without their times. */
async function pages(page) {
  const rows = await page.locator("table.report tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent)),
  );
  return rows.map(([name, state, depth, , , links]) => [name, state, depth, links].join(" | ")).toSorted();
}

/** The name and state of each box of the graph. */
function nodes(page) {
  return page.locator(".links [data-node]").evaluateAll((nodes) => nodes.map((node) => [node.dataset.node, node.dataset.state]));
}

async function chooseReal(page) {
  await page.click('#p-source [data-option="real"]');
  await page.locator("main[data-real]").waitFor();
}
