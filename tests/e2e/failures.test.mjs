// What the page says when something fails: no JavaScript, no WebAssembly, no file, a panic.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { eventually, has, open, started, untilRun, visit, works } from "./visit.mjs";

const site = await open();
after(site.close);

describe("the page shows a message", () => {
  test("without JavaScript, in both languages", () =>
    visit(site, "/", { javaScript: false, starts: false }, async (page) => {
      await page.locator("noscript p").first().waitFor();
      for (const language of ["en", "fr"]) {
        assert.ok(await page.locator(`noscript p[lang="${language}"]`).isVisible(), language);
      }
      assert.deepEqual(await visibleMessages(page), []);
    }));

  test("without WebAssembly", () =>
    visit(site, "/", { prepare: removeWebAssembly, provokes: /WebAssembly/, starts: false }, async (page) => {
      await page.locator("#app .no-wasm").waitFor();
      assert.deepEqual(await visibleMessages(page), ["no-wasm"]);
    }));

  for (const [what, files] of [["its program", "**/*.wasm"], ["its script", "**/loopscope-*.js"]]) {
    test(`if ${what} cannot be fetched, and a reload loads it`, () =>
      visit(site, "/s/gather?a001=3", { ...without(files), starts: false }, async (page) => {
        // The page reloads itself once.
        const seen = () => visibleMessages(page).catch(() => []);
        await eventually(seen, (messages) => messages.join() === "failed", "a visible message");
        await page.unrouteAll();
        await page.click("#app .failed a:visible");
        await started(page);
        await has(page, "#p-a001", "3");
      }));
  }

  test("if CPython's recording cannot be fetched", () =>
    visit(site, "/s/gather?speed=instant", without("**/cpython/*"), async (page) => {
      await untilRun(page, "finished");
      await page.click(".proof button");
      await page.locator('[data-verdict="failed"]').waitFor();
      await works(page);
    }));

  for (const language of ["en", "fr"]) {
    test(`after a panic, and its reload link restores the parameters (${language})`, () =>
      visit(site, `/s/gather?a001=3&lang=${language}`, { provokes: /panicked|sabotage|RuntimeError/ }, async (page) => {
        await breakIt(page);
        await page.locator("#panic").waitFor();
        assert.match(await page.textContent("#panic-message"), /panicked at/);
        assert.equal(await page.locator("#panic h1 span:visible").getAttribute("lang"), language);
        await page.click("#panic a:visible");
        await page.locator("#panic").waitFor({ state: "hidden" });
        await started(page);
        await has(page, "#p-a001", "3");
      }));
  }
});

/** The options of a visit in which these files cannot be loaded. */
function without(files) {
  return {
    prepare: (page) => page.route(files, (route) => route.abort()),
    provokes: /Failed to (load resource|fetch)|ERR_FAILED/,
  };
}

/** Makes an insertion into the document fail. The renderer relies on it, so the program panics. */
async function breakIt(page) {
  await page.evaluate(() => {
    Node.prototype.insertBefore = () => {
      throw new Error("sabotage");
    };
    // Clicks at once: a text that arrives later would cause the panic first, and its message would cover the button.
    document.getElementById("legend").click();
  });
}

/** The messages of index.html that are visible. */
function visibleMessages(page) {
  return page
    .locator("#app .loading:visible, #app .no-wasm:visible, #app .failed:visible, #panic:visible")
    .evaluateAll((messages) => messages.map((message) => message.className || message.id));
}

async function removeWebAssembly(page) {
  await page.addInitScript(() => delete window.WebAssembly);
}

test("an editor that could not be loaded says so in the reader's language, and is loaded by the button beside it", async () => {
  const editor = /\/editor\.js$/;
  const prepare = (page) => page.route(editor, (route) => route.abort());
  await visit(site, "/lab?lang=fr", { prepare, provokes: /Failed to load resource/ }, async (page) => {
    const message = page.locator(".code .not-loaded");
    await message.waitFor();
    assert.match(await message.innerText(), /L’éditeur n’a pas pu être chargé\s: il faut le réseau/);
    await page.unroute(editor);
    await message.getByRole("button", { name: "Réessayer" }).click();
    await page.locator(".cm-line").first().waitFor();
    await message.waitFor({ state: "detached" });
  });
});
