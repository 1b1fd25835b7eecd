// Takes pictures of every view, wide and narrow, light and dark, in both languages, into tests/e2e/shots/:
// `node tests/e2e/shots.mjs [word ...]` takes those whose name contains every word; `node tests/e2e/shots.mjs readme` those of the README.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launch, newPage } from "./browser.mjs";
import { serve } from "./server.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const views = {
  welcome: "/",
  unknown: "/s/nowhere",
  idle: "/s/gather",
  outcome: "/s/concurrent?speed=instant",
  compare: "/s/concurrent?speed=instant&compare=1&task=D1%40concurrent",
  versus: "/s/semaphore?speed=instant&compare=1&with=permits%3D3",
  predict: "/s/task-group?predict=1",
  log: "/s/create-task?speed=instant&tab=log&task=API",
  code: "/s/gather?speed=instant&tab=code&task=A002",
  explanation: "/s/several-awaits?speed=instant&tab=explanation",
  table: "/s/create-task?speed=instant&tab=table&legend=1",
  refused: "/s/one-coroutine?speed=instant&seconds=soon&bogus=1",
  live: "/s/create-task",
};
/** The pictures of the README, in docs/. */
const pictures = {
  compare: "/s/concurrent?speed=instant&compare=1",
  paused: "/s/semaphore?at=1.9&task=T5",
};
const wanted = process.argv.slice(2);
const server = await serve({ root: here("../../dist") });
const browser = await launch();
await mkdir(here("shots"), { recursive: true });
try {
  for (const [name, address] of wanted.includes("readme") ? Object.entries(pictures) : []) {
    const { page, close } = await newPage(browser, { language: "en", scheme: "light", width: 1440, height: 900 });
    await page.goto(`${server.url}#${address}`);
    await page.waitForSelector("main[data-run-state=finished], main[data-run-state=paused]");
    await page.waitForTimeout(500);
    await page.screenshot({ path: here(`../../docs/${name}.png`) });
    await close();
  }
  for (const [name, address] of Object.entries(views)) {
    for (const [size, width, height] of [["wide", 1440, 900], ["narrow", 390, 844]]) {
      for (const scheme of ["light", "dark"]) {
        for (const language of ["en", "fr"]) {
          const file = [name, size, scheme, language].join("-");
          if (!wanted.every((word) => file.split("-").includes(word))) continue;
          const { page, close, consoleErrors, pageErrors } = await newPage(browser, { language, scheme, width, height });
          await page.goto(`${server.url}#${address}`);
          await page.waitForSelector("#work");
          if (name === "live") {
            await page.click("#run");
            await page.waitForTimeout(800);
            await page.click("#run");
            await page.click('[data-task="DB"] .name');
          }
          await page.waitForTimeout(150);
          await page.screenshot({ path: here(`shots/${file}.png`) });
          if (consoleErrors.length + pageErrors.length) console.log(file, consoleErrors, pageErrors);
          await close();
        }
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
