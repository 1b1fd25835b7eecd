// Measures what a visit transfers, from a host that allows no caching.

import { gzipSync } from "node:zlib";
import { newPage } from "./browser.mjs";

/** The maximum size of the files of a visit, compressed by gzip, in KB of 1024 bytes. */
export const budget = 450;

/** Six addresses at which readers arrive, each with the element that is the result of the visit. */
export const places = {
  "": "main.welcome .lane",
  "#/s/concurrent?speed=instant": "main[data-run-state=finished]",
  "#/s/create-task": "main[data-run-state=idle]",
  "#/s/gather?speed=instant&compare=1&lang=fr": "main[data-run-state=finished]",
  "#/s/web-crawler?speed=instant&tab=code": "main[data-run-state=finished]",
  "#/read/coroutines-and-tasks": "main.reading p",
};

/**
 * The files of a first visit: those requested until the result is shown, and those requested later.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {string} shown
 */
export async function transfersOf(browser, url, shown) {
  // Without a worker, which would cache the page's files.
  const { context, page, close } = await newPage(browser);
  const responses = [];
  context.on("response", (response) => responses.push(response));
  await page.addInitScript(noteResult, shown);
  await page.goto(url);
  await page.waitForFunction(() => window.resultAt !== undefined);
  await page.waitForLoadState("networkidle");
  const late = new Set(await page.evaluate(requestedAfterResult));
  const files = await Promise.all(responses.filter((response) => response.url().startsWith("http")).map(weigh));
  await close();
  files.sort((one, other) => other.gzipped - one.gzipped);
  return { until: files.filter(({ url }) => !late.has(url)), after: files.filter(({ url }) => late.has(url)) };
}

/** Runs in the page: records when the result appeared. */
export function noteResult(selector) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    window.resultAt = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { attributes: true, childList: true, subtree: true });
}

/** Runs in the page: the requests after that moment. */
function requestedAfterResult() {
  const entries = performance.getEntriesByType("resource");
  return entries.filter(({ startTime }) => startTime > window.resultAt).map(({ name }) => name);
}

async function weigh(response) {
  const body = await response.body();
  const url = response.url();
  const name = new URL(url).pathname.slice(1) || "index.html";
  return { url, name, plain: body.length, gzipped: gzipSync(body, { level: 9 }).length };
}

export const sum = (files, size) => files.reduce((total, file) => total + file[size], 0);
