// Finds out which functions a first visit calls, and writes the others into tools/later.txt: `make first-visit`.
//
// It takes a page that tools/split.mjs built with LOOPSCOPE_FIRST_VISIT, in which each function says when it is called.

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, newPage } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/server.mjs";

const [dist, named] = process.argv.slice(2);
const later = fileURLToPath(new URL("later.txt", import.meta.url));
/** What a first visit is: the contents, and a run to its result, as tests/e2e/bench.mjs has it. */
const visits = { "": "main#work", "#/s/concurrent?speed=instant": "main[data-run-state=finished]" };
/** A page that cannot go on must be able to say so. */
const always = /panic|alloc_error|oom/;

const site = await serve({ root: dist });
const browser = await launch();
const names = readFileSync(named, "utf8").split("\n");
const called = new Set();
for (const [address, shown] of Object.entries(visits)) {
  for (const language of ["en", "fr"]) {
    for (const number of await visit(address, shown, language)) called.add(names[number]);
  }
}
await browser.close();
await site.close();

// A number is a helper without a name, and may be another one in the next build.
const others = names.filter((name) => !called.has(name) && !always.test(name) && !/^\d+$/.test(name));
writeFileSync(later, [...new Set(others)].sort().join("\n") + "\n");
console.log(`tools/later.txt: ${others.length} of ${names.length} functions are not called in a first visit`);

/** Runs in the page: does to each control what can be done to it. */
function touchAll() {
  const give = (target, kind, type, more) => target.dispatchEvent(new kind(type, { bubbles: true, cancelable: true, ...more }));
  for (const control of document.querySelectorAll("button, a[href^='#'], input, select, textarea, [tabindex]")) {
    control.focus();
    for (const key of ["ArrowRight", "Enter", "Home", "r", "/", "?"]) give(control, KeyboardEvent, "keydown", { key });
    if (control.matches("input, select, textarea")) ["input", "change"].forEach((type) => give(control, Event, type));
    if (control.matches("a, button, input[type=checkbox]")) give(control, MouseEvent, "click");
  }
  dispatchEvent(new HashChangeEvent("hashchange"));
}

async function visit(address, shown, language) {
  const { page, close } = await newPage(browser, { language });
  await page.addInitScript(() => {
    window.called = new Set();
    const first_visit = { mark: (number) => window.called.add(number) };
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = (source, imports) => original(source, { ...imports, first_visit });
    }
  });
  // The rest of a page that counts never comes, or fails to.
  await page.route("**/never.wasm", (route) => (language === "en" ? undefined : route.abort()));
  await page.goto(site.url + address);
  await page.waitForSelector(shown);
  await page.waitForTimeout(500);
  // What happens to a page by itself, or before the reader has meant anything.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page.setViewportSize({ width: 700, height: 500 });
  await page.mouse.move(350, 250);
  await page.mouse.wheel(0, 200);
  await page.keyboard.press("Shift");
  // What a reader does goes as far as the gate in src/host/rest.rs, and must get that far.
  await page.evaluate(touchAll);
  for (const id of ["tab-log", "run"]) await page.click(`#${id}`, { timeout: 500 }).catch(() => {});
  await page.keyboard.press("Tab");
  await page.waitForTimeout(500);
  const numbers = await page.evaluate(() => [...window.called]);
  await close();
  return numbers;
}
