// Opens the Chromium of this machine, and pages that remember what went wrong in them.

import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const flags = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  // A browser that talks to its maker would blur the test that no request leaves the page's own host.
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

/** The path of the browser to use; throws with a sentence for the reader when there is none. */
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
 * Opens a page in a context of its own: no cookie, no storage, no service worker is shared with another page.
 *
 * Three arrays fill while the page lives, and a test demands that they stay empty:
 * `consoleErrors`, what the page wrote with console.error or the browser complained about;
 * `pageErrors`, exceptions that nobody caught;
 * `foreignRequests`, addresses on another host than the page's own, its service worker's included.
 *
 * The page's own host is that of `server`, or where it is left out, of the first document that the page opens.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {{ language?: string, scheme?: "light" | "dark", width?: number, height?: number,
 *           reducedMotion?: boolean, javaScript?: boolean, server?: string, workers?: boolean }} [options]
 *        `workers`: whether service workers may run. What they answer Playwright cannot intercept, so a test asks for them.
 */
export async function newPage(browser, options = {}) {
  const { language = "en-GB", scheme = "light", width = 1280, height = 800, server } = options;
  const { reducedMotion = false, javaScript = true, workers = false } = options;
  const context = await browser.newContext({
    locale: language,
    colorScheme: scheme,
    viewport: { width, height },
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    javaScriptEnabled: javaScript,
    serviceWorkers: workers ? "allow" : "block",
  });
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
  context.on("console", (message) => {
    if (message.type() === "error") consoleErrors.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (event) => pageErrors.push(String(event.error()?.stack || event.error())));
  context.on("request", (request) => note(request.url()));

  const page = await context.newPage();
  page.on("websocket", (socket) => note(socket.url()));

  return { context, page, consoleErrors, pageErrors, foreignRequests, close: () => context.close() };
}
