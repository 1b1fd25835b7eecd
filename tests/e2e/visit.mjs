// Opens the built page for a test, uses it as a reader would, and asserts that no error occurred.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { launch, newContext, newPage } from "./browser.mjs";
import { serve } from "./server.mjs";

/** The built page. */
export const dist = process.env.LOOPSCOPE_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url));

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The timeout in milliseconds of everything that a test waits for. */
const patience = 15_000;

/**
 * The built page on a new server, and a browser.
 *
 * @param {{ base?: string, root?: string, fallback?: string, keepsEngine?: boolean }} [options] the path under which the
 *        page is mounted, its folder, the file that answers every unknown path, and whether visits with the default looks
 *        share one context, in which Python boots from its snapshot after the first visit
 */
export async function open({ base = "/", root = dist, fallback, keepsEngine = false } = {}) {
  const server = await serve({ root, base, fallback });
  const browser = await launch();
  const close = async () => {
    await browser.close();
    await server.close();
  };
  return { url: server.url, browser, context: keepsEngine ? await newContext(browser) : undefined, close };
}

/** Deletes what earlier visits stored in the shared context, but for the cache with Python's snapshot. */
async function forget(site) {
  const page = await site.context.newPage();
  const browser = await site.context.newCDPSession(page);
  const storageTypes = "cookies,local_storage,indexeddb,file_systems";
  await browser.send("Storage.clearDataForOrigin", { origin: new URL(site.url).origin, storageTypes });
  await page.close();
}

/**
 * Opens `address` (the part after `#`) in a new page, calls `use` with the page after the program has started, and
 * closes it.
 *
 * Then asserts that there was no error in the console, no exception and no request to another host. `provokes` matches the
 * errors that a test provokes: there must be one, and no other error. With `starts: false` it does not wait for the
 * program. `allows` are other hosts that may get requests. `prepare` is called with the page before the address is
 * opened. The other options are those of `newPage`.
 */
export async function visit(site, address, options, use) {
  const { prepare, provokes, allows = [], starts = true, ...looks } = options;
  const shared = Object.keys(looks).length === 0 ? site.context : undefined;
  if (shared) await forget(site);
  const opened = await newPage(site.browser, { server: site.url, context: shared, ...looks });
  const { context, page } = opened;
  page.setDefaultTimeout(patience);
  try {
    await prepare?.(page, context);
    await page.goto(addressOf(site, address));
    if (starts) await started(page);
    await use(page, context);
    nothingWentWrong(opened, provokes, allows);
  } finally {
    await opened.close();
  }
}

/** The complete URL for an address of the page, which is the part after `#`. */
export function addressOf(site, address) {
  return `${site.url}#${address}`;
}

function nothingWentWrong({ consoleErrors, pageErrors, foreignRequests }, provokes, allows) {
  const strangers = foreignRequests.filter((address) => !allows.includes(new URL(address).host));
  assert.deepEqual(strangers, [], "the page asks nothing of another host");
  const errors = [...consoleErrors, ...pageErrors];
  if (provokes === undefined) return assert.deepEqual(errors, [], "the page reports no error");
  assert.deepEqual(errors.filter((error) => !provokes.test(error)), [], "no error except the provoked ones");
  assert.ok(errors.length > 0, "the provoked error occurred");
}

/**
 * Replaces the page's clock by one that the test moves.
 *
 * Playwright's ids of animation frames exceed 32 bits, which a browser's never do. The program could not cancel such a
 * frame, so the page gets small ids.
 */
export async function fakeClock(page) {
  await page.clock.install({ time: 0 });
  await page.addInitScript(() => {
    const { requestAnimationFrame: request, cancelAnimationFrame: cancel } = window;
    const [ids, last] = [new Map(), { id: 0 }];
    window.requestAnimationFrame = (callback) => {
      const id = (last.id += 1);
      ids.set(id, request((time) => (ids.delete(id), callback(time))));
      return id;
    };
    window.cancelAnimationFrame = (id) => cancel(ids.get(id));
  });
}

/** Waits until the program has rendered the page, and its parts are loaded. */
export async function started(page) {
  await page.locator("main#work").waitFor();
  await page.locator("[data-waits]").first().waitFor({ state: "detached" });
}

/** Leaves the page and opens it at `address`: only what the browser has stored remains. */
export async function openAfresh(site, page, address) {
  await page.goto("about:blank");
  await page.goto(addressOf(site, address));
  await started(page);
}

/** Follows an address within the page, and waits until its view is drawn. */
export async function follow(page, address) {
  await page.evaluate(
    (address) =>
      new Promise((drawn) => {
        if (location.hash === `#${address}`) return drawn();
        addEventListener("hashchange", () => requestAnimationFrame(() => requestAnimationFrame(drawn)), { once: true });
        location.hash = address;
      }),
    address,
  );
}

/** Reloads the page at its current address. */
export async function reload(page) {
  await page.reload();
  await started(page);
}

/** The part of the address after `#`. */
export function addressIn(page) {
  return page.evaluate(() => location.hash.slice(1));
}

/** Waits until the address contains all of these pieces. */
export async function addressHas(page, ...pieces) {
  await eventually(
    () => addressIn(page),
    (address) => pieces.every((piece) => address.includes(piece)),
    `an address with ${pieces.join(" and ")}`,
  );
}

/** Waits until the texts that are loaded on demand, such as a guide and the glossary's terms, are shown. */
export async function untilLoaded(page) {
  await page.waitForLoadState("networkidle");
  let last = "";
  await eventually(
    async () => {
      const now = await page.evaluate(() => document.body.innerHTML);
      const still = now === last;
      last = now;
      return still;
    },
    (still) => still,
    "page that stands still",
  );
}

/** Waits until the run is in this state: idle, running, paused or finished. */
export async function untilRun(page, state) {
  await page.locator(`main[data-run-state="${state}"]`).waitFor();
}

/** Presses Run, and waits until the run has ended; real requests may take long on a busy machine. */
export async function runToEnd(page, timeout = 20_000) {
  await page.click("#run");
  await page.locator('main[data-run-state="finished"]').waitFor({ timeout });
}

/** Waits until the worker controls the page: before that, the page uses simulated answers and says so. */
export async function untilWorker(page) {
  const has = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
  await eventually(has, (controlled) => controlled, "worker for the page");
}

/**
 * Waits for this number of frames of the page. After them, the page has done everything that it does without input.
 */
export function frames(page, count = 20) {
  return page.evaluate(
    (count) =>
      new Promise((done) => {
        const next = (left) => (left > 0 ? requestAnimationFrame(() => next(left - 1)) : done());
        next(count);
      }),
    count,
  );
}

/** Asserts that the page can still run its program. */
export async function works(page) {
  if ((await page.getAttribute("main", "data-run-state")) !== "finished") {
    await page.selectOption("#speed", "10");
    await page.click("#run");
  }
  await untilRun(page, "finished");
}

/** Runs a live run to its end at a higher speed. */
export async function hurry(page) {
  await page.selectOption("#speed", "10");
  await untilRun(page, "finished");
}

/** Waits until a field holds this value. */
export async function has(page, field, value) {
  await eventually(() => page.inputValue(field), (there) => there === value, `${value} in ${field}`);
}

/** The violations that axe finds: a text per element, with the rule, the element and the remedy. */
export async function violationsIn(page) {
  // Evaluated as by a debugger, because the page's policy allows only its own scripts.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    // By default, axe does not check the rules that WCAG 2.2 adds.
    const added = window.axe.getRules(["wcag22aa"]).map(({ ruleId }) => [ruleId, { enabled: true }]);
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"], rules: Object.fromEntries(added) });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} at ${node.target.join(" ")}: ${node.failureSummary.replaceAll("\n", " ")}`),
    );
  });
}

/** The width of the page's content in pixels. It is more than the window's width if something is too wide. */
export function widthOf(page) {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** Asserts that axe reports no violation, and that nothing is wider than the window. */
export async function isForEveryone(page) {
  assert.deepEqual(await violationsIn(page), []);
  const [wide, window] = [await widthOf(page), page.viewportSize().width];
  assert.ok(wide <= window, `${wide} px in a window of ${window}`);
}

/** The time that the clock shows, in logical seconds. */
export async function clockOf(page) {
  return Number((await page.locator("#clock").textContent()).replace(",", "."));
}

/** Waits until the clock shows at least this time. */
export async function untilTime(page, seconds) {
  await eventually(() => clockOf(page), (time) => time >= seconds, `the clock at ${seconds}`);
}

/** Opens the tab of this name with the mouse. */
export async function openTab(page, name) {
  await page.click(`#tab-${name}`);
  await page.locator(`#panel[data-tab="${name}"]`).waitFor();
  await page.locator("#panel [data-waits]").waitFor({ state: "detached" });
}

/** The rows of the open Table tab, as arrays of texts. */
export function tableRows(page) {
  return rows(page, "#panel table.tasks tbody tr");
}

/** The rows of the open Log tab, as arrays of texts. */
export function logRows(page) {
  return rows(page, "#panel table.log tbody tr");
}

async function rows(page, selector) {
  await page.locator("#panel [data-waits]").waitFor({ state: "detached" });
  return page
    .locator(selector)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
}

/** The ids of all scenarios, in the order in which the page's own contents list them. */
export async function scenarioIds(site) {
  let ids = [];
  await visit(site, "/", {}, async (page) => {
    ids = await page.locator("#contents a[data-id]").evaluateAll((links) => links.map((link) => link.dataset.id));
  });
  assert.ok(ids.length >= 6, `the contents list at least six scenarios, not ${ids.length}`);
  return ids;
}

/**
 * Polls until `isRight` accepts the answer of `ask`, and returns that answer. `what` names the expected answer for the
 * message of a failure. The polling runs outside the page, so the page gets no timer.
 */
export async function eventually(ask, isRight, what, limit = patience) {
  const until = performance.now() + limit;
  for (;;) {
    const answer = await ask();
    if (isRight(answer)) return answer;
    const instead = JSON.stringify(answer);
    assert.ok(performance.now() < until, `waited ${limit} ms for ${what}, but found ${instead}`);
    await sleep(20);
  }
}
