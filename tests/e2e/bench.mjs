// Measures the built page in a real browser: what a first visit transfers, how soon it shows a result, and how often a
// live run is painted. `node tests/e2e/bench.mjs` takes dist/ or $LOOPSCOPE_DIST, and fails where a budget is broken.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { judge, median, tenths, titled } from "../../benches/figures.mjs";
import { launch, newPage } from "./browser.mjs";
import { serve } from "./server.mjs";

const dist = process.env.LOOPSCOPE_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));
const budgets = { "the first visit": 300, "its wasm": 220 }; // KB of 1024 bytes, gzipped
const visits = 9;
const firstVisit = "#/s/concurrent?speed=instant";
const liveRuns = { "few events": "#/s/create-task", "many events": "#/s/create-task?pings=20&web=0.05&db=0.07&api=0.03" };
const result = "main[data-run-state=finished]";

async function main() {
  const site = await serve({ root: dist });
  const empty = await serveEmptyPage();
  const browser = await launch();
  try {
    const sizes = await measureSizes(browser, site.url);
    await measureTimes(browser, site.url, empty.url);
    await measureFrames(browser, site.url);
    judgeSizes(sizes);
  } finally {
    await browser.close();
    await empty.close();
    await site.close();
  }
}

/** A page whose result stands in its HTML: what navigation, server and browser cost without any program. */
async function serveEmptyPage() {
  const root = await mkdtemp(join(tmpdir(), "loopscope-bench-"));
  await writeFile(join(root, "index.html"), '<!doctype html><title>empty</title><main data-run-state="finished"></main>');
  const server = await serve({ root });
  return { url: server.url, close: () => server.close().then(() => rm(root, { recursive: true })) };
}

/** Prints what each file of a first visit weighs, and gives what the budgets are about. */
async function measureSizes(browser, url) {
  const { context, page, close } = await newPage(browser);
  const responses = [];
  context.on("response", (response) => responses.push(response));
  await page.addInitScript(noteResult, result);
  await page.goto(url + firstVisit);
  await page.waitForFunction(() => window.resultAt !== undefined);
  await page.waitForLoadState("networkidle");
  const late = new Set(await page.evaluate(requestedAfterResult));
  const all = responses.filter((response) => response.url().startsWith("http"));
  const files = await Promise.all(all.filter((response) => !late.has(response.url())).map(weigh));
  const after = await Promise.all(all.filter((response) => late.has(response.url())).map(weigh));
  await close();

  files.sort((one, other) => other.gzipped - one.gzipped);
  const total = { name: "sum", plain: sum(files, "plain"), gzipped: sum(files, "gzipped") };
  const rows = [...files, total].map(({ name, plain, gzipped }) => [name, plain, gzipped, inKB(gzipped)]);
  titled(`First visit of ${firstVisit}: what it transfers until the result is there`, [
    ["file", "bytes", "gzip -9", "KB"],
    ...rows,
  ]);
  titled("After it, since nobody waits for it", [
    ["file", "bytes", "gzip -9", "KB"],
    ...after.map(({ name, plain, gzipped }) => [name, plain, gzipped, inKB(gzipped)]),
  ]);
  const wasm = files.filter(({ name }) => name.endsWith(".wasm"));
  return { "the first visit": total.gzipped, "its wasm": sum(wasm, "gzipped") };
}

/** Runs in the page: notes when the result was there. */
function noteResult(selector) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    window.resultAt = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { attributes: true, childList: true, subtree: true });
}

/** Runs in the page: what it asked for later than that. */
function requestedAfterResult() {
  const entries = performance.getEntriesByType("resource");
  return entries.filter(({ startTime }) => startTime > window.resultAt).map(({ name }) => name);
}

async function weigh(response) {
  const body = await response.body();
  const name = new URL(response.url()).pathname.slice(1) || "index.html";
  return { name, plain: body.length, gzipped: gzipSync(body, { level: 9 }).length };
}

/** Prints how long it takes from navigation to the result, beside the empty page, turn by turn. */
async function measureTimes(browser, url, emptyUrl) {
  const pages = { "this page": url + firstVisit, "an empty page": emptyUrl };
  const times = { "this page": [], "an empty page": [] };
  for (let visit = 0; visit <= visits; visit += 1) {
    for (const [name, address] of Object.entries(pages)) {
      const time = await timeToResult(browser, address);
      // The first visit of each only warms the browser up.
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

async function timeToResult(browser, address) {
  const { page, close } = await newPage(browser);
  await page.addInitScript(noteResult, result);
  await page.goto(address);
  await page.waitForFunction(() => window.resultAt !== undefined);
  const time = await page.evaluate(() => window.resultAt);
  await close();
  return time;
}

/** Prints how many frames live runs get, beside the same page at rest. */
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

/** Runs in the page: keeps the time between any two frames, and whether a run was seen live at either of them. */
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

function judgeSizes(sizes) {
  for (const [what, most] of Object.entries(budgets)) {
    judge(sizes[what] <= most * 1024, `${what} weighs ${inKB(sizes[what])} KB gzipped, and its budget is ${most} KB`);
  }
}

const sum = (files, size) => files.reduce((total, file) => total + file[size], 0);
const inKB = (bytes) => tenths(bytes / 1024);

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
