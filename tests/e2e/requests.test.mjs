// Real requests: on every kind of visit and host, within their limits, cancelled, and to another host only if it is allowed.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { serveAway } from "./away.mjs";
import { countTimers, memoryOf, timers, watchMemory } from "./leftovers.mjs";
import { addressOf, eventually, frames, open, openTab, reload, runToEnd, tableRows, untilRun, untilWorker, visit } from "./visit.mjs";

const defaults = ["status/200", "delay/1", "json", "bytes/300000?over=0.5"];
const statuses = /Failed to load resource/;

/** The timeout in milliseconds for hundreds of requests: their lanes are slow to render on a busy machine. */
const patience = 180_000;

/** The address of a run of these requests. */
const of = (urls, more = "") => `/s/real-requests?urls=${encodeURIComponent(urls.join(" "))}${more}`;

for (const base of ["/", "/sub/"]) {
  const site = await open({ base });
  const everything = await open({ base, fallback: "index.html" });
  after(site.close);
  after(everything.close);

  describe(`real requests under ${base} work`, { concurrency: 2 }, () => {
    test("on a first visit, after a reload, past the worker and without network", () =>
      visit(site, of(defaults), { workers: true }, async (page, context) => {
        await untilWorker(page);
        await runsWell(page, { simulated: false });
        await reload(page);
        await runsWell(page, { simulated: false });
        const browser = await context.newCDPSession(page);
        await browser.send("Page.reload", { ignoreCache: true });
        await page.locator("main#work[data-run-state=idle]").waitFor();
        await untilWorker(page);
        await runsWell(page, { simulated: false });
        await context.setOffline(true);
        await reload(page);
        await runsWell(page, { simulated: false });
      }));

    test("without a service worker, and the page says so", () =>
      visit(site, of(defaults), {}, (page) => runsWell(page, { simulated: true })));

    test("on a host that answers every path with its index.html", async () => {
      await visit(everything, of(defaults), { workers: true }, async (page) => {
        await untilWorker(page);
        await runsWell(page, { simulated: false });
      });
      await visit(everything, of(defaults), {}, (page) => runsWell(page, { simulated: true }));
    });
  });
}

const site = await open();
after(site.close);

describe("one run of real requests", { concurrency: 2 }, () => {
  for (const workers of [true, false]) {
    test(`shows how each request ended, with workers ${workers ? "allowed" : "blocked"}`, () =>
      visit(site, of(["status/404", "drop", "json", "redirect/2", "status/204"]), { workers, ...failing(workers) }, async (page) => {
        await runToEnd(page);
        const rows = await requestsOf(page);
        assert.deepEqual(rows.map(({ status }) => status), ["404", "", "200", "200", "204"]);
        assert.deepEqual(rows.map(({ end }) => end), ["done", "failed", "done", "done", "done"]);
        await openTab(page, "table");
        const outcomes = (await tableRows(page)).map((row) => row[4]);
        assert.deepEqual(outcomes.filter((word) => word === "error").length, 1);
      }));
  }

  test("is not started by an address, not even with speed=instant", () =>
    visit(site, of(["json"], "&speed=instant"), { workers: true }, async (page) => {
      await frames(page);
      assert.equal(await page.getAttribute("main", "data-run-state"), "idle");
      assert.equal(await page.textContent("#pace"), "real, ×1");
      assert.ok(await page.isDisabled("#step"));
    }));

  test("does not start if an address is invalid, and the message names each invalid one", () =>
    visit(site, of(["json", "javascript:alert(1)", "http://user@b.example/"]), { workers: true }, async (page, context) => {
      const asked = sent(context);
      await page.click("#run");
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "p-urls", "focus in the field");
      assert.equal(await page.getAttribute("main", "data-run-state"), "idle");
      assert.deepEqual(asked.filter(Boolean), [], "no request is sent, not even to the default addresses");
      const message = await page.textContent("#m-urls");
      assert.match(message, /Address 2: .*Address 3: .*Nothing is requested/);
      const widths = await page.evaluate(() => ["#m-urls", "#p-urls"].map((one) => document.querySelector(one).getBoundingClientRect().width));
      assert.ok(widths[0] >= Math.min(400, widths[1] - 1), `a message of ${widths[0]} px below a field of ${widths[1]}`);
      await page.fill("#p-urls", "json");
      await runToEnd(page);
      assert.deepEqual(asked.filter(Boolean), ["json"]);
    }));

  test("is aborted with its task when it is stopped", () =>
    visit(site, of(["delay/25"], "&total=30&sock_read=30"), { workers: true }, async (page, context) => {
      await untilWorker(page);
      const [asked, failed] = [sent(context), []];
      context.on("requestfailed", (request) => failed.push([request.url().split("/api/")[1], request.failure().errorText]));
      await page.click("#run");
      await eventually(() => page.locator('[data-now="requesting"]').count(), (count) => count > 0, "waiting lane");
      assert.equal(await page.locator("#scrubber").count(), 0, "real requests cannot be paused by the ruler");
      await eventually(() => asked, (paths) => paths.includes("delay/25"), "request in progress");
      await page.click("#run");
      await untilRun(page, "finished");
      assert.equal(await page.locator("#scrubber").count(), 1, "a finished run has a ruler");
      assert.deepEqual(failed, [["delay/25", "net::ERR_ABORTED"]]);
      assert.equal(await page.getAttribute('.lane[data-task="R1"]', "data-now"), "cancelled");
      assert.deepEqual((await requestsOf(page)).map(({ end }) => end), ["aborted"]);
    }));

  test("is aborted at its timeout", () =>
    visit(site, of(["delay/25", "json"], "&total=3&sock_read=30"), { workers: true }, async (page) => {
      await runToEnd(page);
      assert.deepEqual((await requestsOf(page)).map(({ end }) => end), ["aborted", "done"]);
      assert.equal(await page.getAttribute('.lane[data-task="R1"]', "data-now"), "timeout");
      assert.ok(Math.abs((await requestsOf(page))[0].total - 3) < 2);
    }));

  test("ends with the run when the reader leaves the scenario", () =>
    visit(site, of(["delay/9"]), { workers: true }, async (page, context) => {
      await untilWorker(page);
      const [asked, failed] = [sent(context), []];
      context.on("requestfailed", (request) => failed.push(request.url().split("/api/")[1]));
      await page.click("#run");
      await eventually(() => page.locator('[data-now="requesting"]').count(), (count) => count > 0, "waiting lane");
      await eventually(() => asked, (paths) => paths.includes("delay/9"), "request in progress");
      await page.click('#contents a[data-id="gather"]');
      await eventually(() => failed, (paths) => paths.includes("delay/9"), "aborted request");
    }));
});

describe("the service monitor with the source real", { concurrency: 2 }, () => {
  for (const workers of [true, false]) {
    test(`has the same report as with simulated services, with workers ${workers ? "allowed" : "blocked"}`, async () => {
      let simulated = [];
      await visit(site, "/s/service-monitor?speed=instant", {}, async (page) => {
        await untilRun(page, "finished");
        simulated = await reportOf(page);
      });
      await visit(site, "/s/service-monitor?source=real&speed=instant", { workers, ...failing(workers) }, async (page) => {
        if (workers) await untilWorker(page);
        assert.equal(await page.getAttribute("main", "data-run-state"), "idle", "an address starts no run");
        await runToEnd(page);
        const real = await reportOf(page);
        const told = ({ service, state, share }) => ({ service, state, share });
        assert.deepEqual(real.map(told), simulated.map(told));
        for (const [place, row] of simulated.entries()) {
          if (row.took > 0) assert.ok(real[place].took >= row.took - 0.01, `${row.service} took ${real[place].took} s`);
        }
        const posts = real.find(({ service }) => service === "API-Posts");
        assert.ok(posts.latency >= 800 && posts.latency <= 1000 * posts.took + 1, `measured: ${posts.latency} ms`);
        const paths = (await requestsOf(page)).map(({ url }) => url.split("?")[0]);
        assert.deepEqual(paths.toSorted(), ["albums/1", "posts/1", "users/1"]);
        assert.equal((await page.textContent("#simulated")) !== "", !workers);
      });
    });
  }

  test("keeps the answers before its time limit, aborts the requests in progress, and sends no more", () =>
    visit(site, "/s/service-monitor?source=real&limit=1&timeout=1.5", { workers: true, ...failing(true) }, async (page) => {
      await untilWorker(page);
      await runToEnd(page);
      const states = (await reportOf(page)).map(({ service, state }) => `${service} ${state}`);
      assert.deepEqual(states, ["API-Users down", "API-Posts too late", "API-Albums too late", "all 0/1"]);
      const requests = (await requestsOf(page)).map(({ url, status, end }) => `${url.split("?")[0]} ${status} ${end}`);
      assert.deepEqual(requests, ["users/1 503 done", "posts/1  aborted"]);
    }));
});

describe("a list of addresses", () => {
  for (const [typed, message] of [
    ["json ftp://example.org/", /Address 2: it must begin with http/],
    ["http://user@example.org/", /Address 1: its host/],
    ["../index.html", /Address 1: it holds/],
    ["x".repeat(2001), /Address 1: it is too long/],
    [Array(51).fill("json").join(" "), /At most 50 items/],
  ]) {
    test(`such as ${typed.slice(0, 30)} is refused with its reason`, () =>
      visit(site, "/s/real-requests", {}, async (page) => {
        await page.fill("#p-urls", typed);
        await eventually(() => page.textContent("#m-urls"), (text) => message.test(text), `message ${message}`);
        assert.equal(await page.getAttribute("#p-urls", "aria-invalid"), "true");
        assert.equal(await page.inputValue("#p-urls"), typed);
      }));
  }

  test("is in the address, including its line breaks", () =>
    visit(site, "/s/real-requests", {}, async (page) => {
      await page.fill("#p-urls", "json\nstatus/201");
      await eventually(() => page.evaluate(() => location.hash), (hash) => hash.includes("urls="), "address");
      await reload(page);
      assert.equal(await page.inputValue("#p-urls"), "json\nstatus/201");
    }));
});

describe("limits", () => {
  test("hold: of 200 requests, never more than 5 are in progress", () =>
    withAway(async (away) => {
    const urls = Array.from({ length: 10 }, (_, n) => `${away.url}/slow/0.02?${n}`);
    await visitAway(of(urls, "&repeat=20&limit=5&total=300"), away, async (page) => {
      await page.click("#run");
      await page.click("#allow");
      await page.locator('main[data-run-state="finished"]').waitFor({ timeout: patience });
      assert.equal(away.asked.length, 200);
      assert.ok(away.most <= 5 && away.most > 1, `${away.most} at once`);
      assert.equal((await requestsOf(page)).filter(({ end }) => end === "done").length, 200);
    });
  }));

  test("hold, and a thousand requests leave no request, timer or memory behind", () =>
    visit(site, of(Array(50).fill("json"), "&repeat=4&limit=20&total=300"), { workers: true, prepare: watch }, async (page, context) => {
      await untilWorker(page);
      const underWay = openRequests(context);
      const round = async (requests) => {
        await runToEnd(page, patience);
        assert.deepEqual((await requestsOf(page)).map(({ end }) => end), Array(requests).fill("done"));
        await page.click("#reset");
        await untilRun(page, "idle");
        await eventually(() => underWay().length, (left) => left === 0, "end of all requests");
        await eventually(() => timers(page), (left) => left.length === 0, "end of all timers and frames");
      };
      // The first runs allocate memory that later runs must reuse. They are small, so that the memory cannot hide a leak.
      for (let warm = 0; warm < 3; warm += 1) await round(200);
      const before = await memoryOf(page, context);
      for (let run = 0; run < 5; run += 1) await round(200);
      const after = await memoryOf(page, context);
      const grown = (what) => (after[what] - before[what]) / 1000;
      assert.ok(grown("heap") < 100, `${grown("heap")} bytes of JavaScript's heap per request`);
      // A list that is slightly longer than before may double its capacity.
      assert.ok(grown("program") < 500, `${grown("program")} bytes of the program's memory per request`);
      noMore(after.counts, before.counts);

      await page.fill("#p-repeat", "20");
      await round(1000);
      noMore((await memoryOf(page, context)).counts, before.counts);
    }));
});

describe("another host", () => {
  test("gets requests only after the reader has allowed it, which is asked once", () =>
    withAway(async (away) => {
    await visitAway(of([`${away.url}/open`, "json"]), away, async (page) => {
      await page.click("#run");
      const question = page.locator('[role="alertdialog"]');
      assert.ok((await question.textContent()).includes(away.url));
      assert.equal(await page.evaluate(() => document.activeElement.id), "refuse");
      await page.click("#refuse");
      assert.equal(await question.count(), 0);
      await page.click("#run");
      await question.waitFor();
      await frames(page);
      assert.deepEqual(away.asked, [], "no request before the reader's answer");

      await page.click("#allow");
      await untilRun(page, "finished");
      assert.deepEqual(away.asked, ["/open"]);
      assert.deepEqual((await requestsOf(page)).map(({ status }) => status), ["200", "200"]);
      assert.equal(await page.evaluate(() => window.broken), undefined, "scripts of an answer do not run in the page");
      await page.click("#run");
      await untilRun(page, "finished");
      assert.equal(await question.count(), 0, "asked once");
      await eventually(() => away.asked.length, (count) => count === 2, "second request");
    });
  }));

  for (const fallback of [undefined, "index.html"]) {
    test(`does not change the cached page, on a host that answers unknown paths with ${fallback ?? 404}`, () =>
      withAway(async (away) => {
        const site = await open({ fallback });
        after(site.close);
        const options = { workers: true, allows: [new URL(away.url).host] };
        await visit(site, of([`${away.url}/open`]), options, async (page, context) => {
          await untilWorker(page);
          const needed = ["", "text/guides/real_requests.en.md", "text/course/glossary.en.md"];
          await eventually(() => keptPaths(page), (paths) => needed.every((path) => paths.includes(path)), "cached page and texts");
          await page.click("#run");
          await page.click("#allow");
          await untilRun(page, "finished");
          // The worker serves the frame's document, and caches it under its own address.
          const kept = await eventually(() => keptPaths(page), (paths) => paths.includes("away.html"), "cached frame");
          assert.deepEqual(kept.filter((path) => path === "" || path.endsWith(".html")).sort(), ["", "away.html"]);
          assert.equal(await page.locator("#update:visible").count(), 0, "no new version");
          await context.setOffline(true);
          await reload(page);
          assert.equal(await page.getAttribute("main", "data-scenario"), "real-requests");
        });
      }));
  }

  test("that forbids its answer, is slow, breaks off, is endless or redirects to a third host does not hide other answers", () =>
    withAway(async (away) => withAway(async (elsewhere) => {
    const astray = `astray/${new URL(elsewhere.url).port}`;
    const urls = ["closed", "slow/9", "failing", "huge", astray, "open"].map((path) => `${away.url}/${path}`);
    await visitAway(of(urls, "&total=3&limit=10"), away, async (page) => {
      await page.click("#run");
      await page.click("#allow");
      await untilRun(page, "finished");
      const rows = await requestsOf(page);
      assert.deepEqual(rows.map(({ end }) => end), ["failed", "aborted", "failed", "failed", "failed", "done"]);
      assert.match(rows[3].text, /more than 10000000 bytes/);
      assert.match(await page.textContent("#unheard"), /Access-Control-Allow-Origin/);
      await eventually(() => away.open, (open) => open === 0, "end of every request");
      assert.deepEqual(elsewhere.asked, [], "a redirect reaches no host that was not allowed");
    }, { provokes: /CORS|Failed to load|Content Security Policy|ERR_/, tried: new URL(elsewhere.url).host });
  })));

  test("cannot be allowed in a frame of another origin; there the page links to itself outside the frame", () =>
    withAway(async (away) => {
    await visitAway("/", away, async (page) => {
      await page.goto(`${away.url}/open`);
      await page.evaluate((src) => {
        document.body.append(Object.assign(document.createElement("iframe"), { src, width: 1200, height: 800 }));
      }, addressOf(site, of([`${away.url}/open`])));
      const framed = page.frameLocator("iframe");
      await framed.locator("#run").click();
      await framed.locator('[role="alertdialog"] #elsewhere').waitFor();
      assert.equal(await framed.locator("#allow").count(), 0);
      assert.match(await framed.locator("#elsewhere").getAttribute("href"), /^#\/s\/real-requests\?urls=/);
      await framed.locator("#refuse").click();
      assert.equal(await framed.locator('[role="alertdialog"]').count(), 0);
      assert.equal(away.asked.filter((path) => path === "/open").length, 1, "only the request of this test itself");
    }, { provokes: /Failed to load/ });
  }));

  test("that is not allowed gets no request from any scenario or view", () =>
    withAway(async (away) => {
    await visit(site, of([`${away.url}/open`], "&speed=instant&tab=log"), { workers: true, width: 1920 }, async (page) => {
      await page.click("#tab-code");
      await page.click('#contents a[data-id="gather"]');
      await page.goBack();
      await frames(page);
    });
    assert.deepEqual(away.asked, []);
  }));
});

/** Collects the requested paths below api/. */
function sent(context) {
  const paths = [];
  context.on("request", (request) => paths.push(request.url().split("/api/")[1]));
  return paths;
}

/** Asserts that these counts have not grown, except for the button of a changed field. */
function noMore(after, before) {
  assert.equal(before.length, 4);
  for (const [place, count] of after.entries()) assert.ok(count <= before[place] + 20, `${after}, and before ${before}`);
}

/** Records timers and memory. */
async function watch(page) {
  await countTimers(page);
  await watchMemory(page);
}

/** Returns the paths of the requests to the lab server that are in progress. */
function openRequests(context) {
  const open = new Set();
  context.on("request", (request) => open.add(request));
  for (const end of ["requestfinished", "requestfailed"]) context.on(end, (request) => open.delete(request));
  return () => [...open].map((request) => request.url()).filter((url) => url.includes("/api/"));
}

/** The files that the worker has cached, by their paths below the page's. */
function keptPaths(page) {
  return page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.startsWith("loopscope "));
    const files = name ? await (await caches.open(name)).keys() : [];
    return files.map(({ url }) => url.split("#")[0].replace(new URL(".", document.baseURI), ""));
  });
}

/** Calls `use` with another host, and closes the host afterwards. */
async function withAway(use) {
  const away = await serveAway();
  try {
    await use(away);
  } finally {
    await away.close();
  }
}

/** A visit that sends requests to this host; `tried` is a host that the browser refuses, but reports. */
async function visitAway(address, away, use, { provokes, tried } = {}) {
  await visit(site, address, { workers: true, provokes, allows: [new URL(away.url).host, tried] }, use);
}

function failing(workers) {
  // The console has the error statuses of the worker's answers, but not of those that the page simulates.
  return workers ? { provokes: statuses } : {};
}

async function runsWell(page, { simulated }) {
  await runToEnd(page);
  const rows = await requestsOf(page);
  assert.deepEqual(rows.map(({ url }) => url), defaults);
  assert.deepEqual(rows.map(({ status, end }) => `${status} ${end}`), Array(4).fill("200 done"));
  assert.ok(rows[1].headers >= 0.99, `delay/1 took ${rows[1].headers} s`);
  assert.ok(rows[3].size === 300_000 && rows[3].total >= 0.4, JSON.stringify(rows[3]));
  assert.equal((await page.textContent("#simulated")) !== "", simulated);
}

/** The report of the service monitor. */
async function reportOf(page) {
  const rows = await page.locator("table.report tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
  );
  return rows.map(([service, state, latency, took, share]) => ({
    ...{ service, state, share, latency: parseFloat(latency) },
    took: parseFloat(took) || 0,
  }));
}

/** The table of requests. */
async function requestsOf(page) {
  const rows = await page.locator("table.requests tbody tr").evaluateAll((rows) =>
    rows.map((row) => ({ end: row.dataset.end, text: row.textContent, cells: [...row.children].map((cell) => cell.textContent) })),
  );
  return rows.map(({ end, text, cells: [, url, status, size, headers, total] }) => ({
    ...{ end, text, url, status },
    ...{ size: parseInt(size, 10), headers: parseFloat(headers), total: parseFloat(total) },
  }));
}
