// Launches this machine's Chromium, and opens pages that record their errors.

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Features of the browser that are off. The flag replaces Playwright's own, so those of it that matter here are named, too. */
const off = [
  // Each window would start a second renderer for the address bar's popup, which costs more than our page.
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  // A renderer that is started before it is needed.
  "SpareRendererForSitePerProcess",
  // They would change addresses, ask the browser's maker, or delay the paint of a page.
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "OptimizationHints",
  "MediaRouter",
  "LensOverlay",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
];

const flags = [
  "--headless=new",
  `--disable-features=${off.join(",")}`,
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  // Requests to the browser's maker would disturb the test that no request goes to another host.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Launches Chromium: the one that $CHROMIUM names, else the first on PATH.
 *
 * @param {{ flags?: string[] }} [options] more flags for Chromium
 * @returns {Promise<import("playwright-core").Browser>}
 */
export async function launch({ flags: more = [] } = {}) {
  const executablePath = findChromium();
  try {
    return await chromium.launch({ executablePath, args: [...flags, ...more] });
  } catch (error) {
    throw new Error(`${executablePath} does not start: ${error.message}`, { cause: error });
  }
}

/** Returns the path of the browser; throws a readable message if there is none. */
export function findChromium() {
  const wanted = process.env.CHROMIUM;
  const path = wanted ? locate(wanted) : names.map(locate).find((found) => found !== null);
  if (path) return path;
  throw new Error(
    wanted
      ? `CHROMIUM=${wanted} is not a program that can be run`
      : `no browser: none of ${names.join(", ")} is on PATH; run tools/setup.sh test, or name one in CHROMIUM`,
  );
}

function locate(name) {
  const places = name.includes("/") ? [resolve(name)] : process.env.PATH.split(delimiter).map((place) => join(place, name));
  return places.find(canBeRun) ?? null;
}

function canBeRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Opens a page in a new context, which shares no cookie, storage or service worker with another page; or in `context`.
 *
 * Three arrays are filled while the page is open, and a test asserts that they stay empty:
 * `consoleErrors`, the messages of console.error and of the browser;
 * `pageErrors`, uncaught exceptions;
 * `foreignRequests`, requests to another host, also by the service worker.
 *
 * The page's own host is that of `server`, or by default that of the first document that the page opens.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {Looks & { server?: string, context?: import("playwright-core").BrowserContext }} [options]
 */
export async function newPage(browser, { server, context: given, ...looks } = {}) {
  const context = given ?? (await newContext(browser, looks));
  const consoleErrors = [];
  const pageErrors = [];
  const foreignRequests = [];
  let ownHost = server === undefined ? null : new URL(server).host;

  const note = (address) => {
    const { protocol, host } = new URL(address);
    // data: and blob: never leave the page.
    if (!["http:", "https:", "ws:", "wss:"].includes(protocol)) return;
    ownHost ??= host;
    if (host !== ownHost) foreignRequests.push(address);
  };
  const listeners = {
    console: (message) => {
      if (message.type() === "error") consoleErrors.push(`${message.text()} (${message.location().url})`);
    },
    weberror: (event) => pageErrors.push(String(event.error()?.stack || event.error())),
    request: (request) => note(request.url()),
  };
  for (const [event, listener] of Object.entries(listeners)) context.on(event, listener);

  const page = await context.newPage();
  page.on("websocket", (socket) => note(socket.url()));

  const close = async () => {
    for (const [event, listener] of Object.entries(listeners)) context.off(event, listener);
    await (given ? page.close() : context.close());
  };
  return { context, page, consoleErrors, pageErrors, foreignRequests, close };
}

/**
 * @typedef {{ language?: string, scheme?: "light" | "dark", width?: number, height?: number, reducedMotion?: boolean,
 *             javaScript?: boolean, workers?: boolean }} Looks
 *          `workers`: whether service workers may run; off by default, because Playwright cannot intercept their answers.
 */

/**
 * A new context with these looks.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {Looks} [looks]
 */
export function newContext(browser, looks = {}) {
  const { language = "en-GB", scheme = "light", width = 1280, height = 800 } = looks;
  const { reducedMotion = false, javaScript = true, workers = false } = looks;
  return browser.newContext({
    locale: language,
    colorScheme: scheme,
    viewport: { width, height },
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    javaScriptEnabled: javaScript,
    serviceWorkers: workers ? "allow" : "block",
  });
}
