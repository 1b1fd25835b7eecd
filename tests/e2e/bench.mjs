// Measures the built page in a real browser: what a first visit transfers, the time until it shows a result, and the
// frame rate of a live run. `node tests/e2e/bench.mjs` takes dist/ or $LOOPSCOPE_DIST, and fails if a budget is broken.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { judge, median, tenths, titled } from "../../benches/figures.mjs";
import { launch, newPage } from "./browser.mjs";
import { serve } from "./server.mjs";
import { budget, noteResult, places, sum, transfersOf } from "./transfers.mjs";

const dist = process.env.LOOPSCOPE_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const visits = 9;
const slowVisits = 3;
const firstVisit = "#/s/concurrent?speed=instant";
const liveRuns = { "few events": "#/s/create-task", "many events": "#/s/create-task?pings=20&web=0.05&db=0.07&api=0.03" };
const result = "main[data-run-state=finished]";

async function main() {
  const site = await serve({ root: dist });
  const empty = await serveEmptyPage();
  const browser = await launch();
  try {
    await measureSizes(browser, site.url);
    await measureTimes(browser, site.url, empty.url);
    await measureSlowPhone(browser, dist);
    await measureFrames(browser, site.url);
  } finally {
    await browser.close();
    await empty.close();
    await site.close();
  }
}

/** A page whose result is in its HTML: the cost of navigation, server and browser without any program. */
async function serveEmptyPage() {
  const root = await mkdtemp(join(tmpdir(), "loopscope-bench-"));
  await writeFile(join(root, "index.html"), '<!doctype html><title>empty</title><main data-run-state="finished"></main>');
  const server = await serve({ root });
  return { url: server.url, close: () => server.close().then(() => rm(root, { recursive: true })) };
}

/** Prints what a first visit transfers at each address, and each file of one of them. */
async function measureSizes(browser, url) {
  const rows = [["address", "files", "bytes", "gzip -9", "KB"]];
  for (const [address, shown] of Object.entries(places)) {
    const { until, after } = await transfersOf(browser, url + address, shown);
    const files = [...until, ...after];
    rows.push([address || "#/", files.length, sum(files, "plain"), sum(files, "gzipped"), inKB(sum(files, "gzipped"))]);
    judge(sum(files, "gzipped") <= budget * 1024, `${address || "#/"} weighs ${inKB(sum(files, "gzipped"))} KB gzipped, and its budget is ${budget} KB`);
  }
  const { until } = await transfersOf(browser, url + firstVisit, result);
  titled("What a first visit transfers", rows);
  const each = until.map(({ name, plain, gzipped }) => [name, plain, gzipped, inKB(gzipped)]);
  titled(`Of it ${firstVisit} until its result`, [["file", "bytes", "gzip -9", "KB"], ...each]);
}

/** Prints the time of the first paint on a slow phone: a processor four times slower than this one, and 1.6 Mbit/s. */
async function measureSlowPhone(browser, dist) {
  const site = await serve({ root: dist, gzip: true });
  const rows = [["address", "median", "least", "most"]];
  for (const [address, shown] of Object.entries(places)) {
    const times = [];
    for (let visit = 0; visit < slowVisits; visit += 1) times.push(await timeToResult(browser, site.url + address, shown, slowPhone));
    rows.push([address || "#/", median(times), Math.min(...times), Math.max(...times)].map((cell) => (typeof cell === "number" ? tenths(cell) : cell)));
  }
  await site.close();
  titled(`On a slow phone, from navigation to the result, in milliseconds, ${slowVisits} visits each`, rows);
}

async function slowPhone(page) {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const bytes = 1_600_000 / 8;
  await browser.send("Network.enable");
  await browser.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: bytes, uploadThroughput: bytes });
}

/** Prints the times from navigation to the result, of our page and of the empty page, measured in turn. */
async function measureTimes(browser, url, emptyUrl) {
  const pages = { "this page": url + firstVisit, "an empty page": emptyUrl };
  const times = { "this page": [], "an empty page": [] };
  for (let visit = 0; visit <= visits; visit += 1) {
    for (const [name, address] of Object.entries(pages)) {
      const time = await timeToResult(browser, address);
      // The first visit of each page warms up the browser and does not count.
      if (visit > 0) times[name].push(time);
    }
  }
  const rows = Object.entries(times).map(([name, all]) => [
    name,
    ...[median(all), Math.min(...all), Math.max(...all), median(all) / median(times["an empty page"])].map(tenths),
  ]);
  titled(`From navigation to the result, in milliseconds, ${visits} visits each in a fresh context`, [
    ["", "median", "least", "most", "ratio"],
    ...rows,
  ]);
}

async function timeToResult(browser, address, shown = result, prepare = async () => {}) {
  const { page, close } = await newPage(browser);
  await page.addInitScript(noteResult, shown);
  await prepare(page);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => window.resultAt !== undefined);
  const time = await page.evaluate(() => window.resultAt);
  await close();
  return time;
}

/** Prints the frame rate of live runs, and that of the same page at rest. */
async function measureFrames(browser, url) {
  const rows = [["", "seconds", "frames", "per second", "longest ms"]];
  for (const [name, address] of Object.entries(liveRuns)) {
    const { page, close } = await newPage(browser);
    await page.goto(url + address);
    await page.waitForSelector("main[data-run-state=idle]");
    await page.evaluate(recordFrames);
    await page.waitForTimeout(1500);
    await page.click("#run");
    await page.waitForSelector(result);
    const gaps = await page.evaluate(() => window.gaps);
    await close();
    for (const [when, live] of [["at rest", false], ["live", true]]) {
      const lengths = gaps.filter((gap) => gap.live === live).map((gap) => gap.length);
      const seconds = lengths.reduce((total, length) => total + length, 0) / 1000;
      const rate = lengths.length / seconds;
      rows.push([`${name}, ${when}`, tenths(seconds), lengths.length, tenths(rate), tenths(Math.max(...lengths))]);
    }
  }
  titled("Frames of a live run", rows);
}

/** Runs in the page: records the time between any two frames, and whether a run was live at either of them. */
function recordFrames() {
  window.gaps = [];
  let last = null;
  const record = (time) => {
    const running = document.querySelector("main").dataset.runState === "running";
    if (last) window.gaps.push({ length: time - last.time, live: running || last.running });
    last = { time, running };
    requestAnimationFrame(record);
  };
  requestAnimationFrame(record);
}

const inKB = (bytes) => tenths(bytes / 1024);

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
