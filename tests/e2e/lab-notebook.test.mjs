// Runs a lesson in the course's style in the lab: opened as a notebook, pasted as one program, pasted cell by cell. Its output must be
// CPython's (tests/lab/programs).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, describe, test } from "node:test";
import { eventually, open, visit } from "./visit.mjs";

const site = await open({ keepsEngine: true });
after(site.close);

const boot = 120_000; // milliseconds that Python may take to start on a busy machine
const lesson = new URL("../lab/programs/nb_p47_french_lesson", import.meta.url);
const program = readFileSync(`${lesson.pathname}.py`, "utf8");
const expected = readFileSync(`${lesson.pathname}.exp`, "utf8").trimEnd().split("\n");
const cells = program.split(/^# %%\n/m).map((cell) => cell.trim()).filter((cell) => cell.length > 0);

function inLab(use) {
  const prepare = (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]);
  return visit(site, "/lab?speed=instant", { prepare }, async (page) => {
    await page.locator(".cm-content").waitFor();
    await use(page);
    await page.click("#run");
    await page.locator('main[data-run-state="finished"]').waitFor({ timeout: boot });
    const output = () => page.locator(".output .text").allTextContents();
    await eventually(output, (lines) => lines.length >= expected.length, "the whole output");
    assert.deepEqual((await output()).join("\n").trimEnd().split("\n"), expected);
  });
}

/** Pastes at the caret. */
async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press("Control+v");
}

async function empty(page) {
  await page.click(".cm-content");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
}

describe("a lesson of nine cells prints what CPython prints", () => {
  test("opened as a notebook", () =>
    inLab(async (page) => {
      const code = (source) => ({ cell_type: "code", metadata: {}, outputs: [], execution_count: null, source: source.split(/(?<=\n)/) });
      const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: cells.map(code) };
      await page.setInputFiles("#lab-choose", { name: "lecon.ipynb", mimeType: "application/x-ipynb+json", buffer: Buffer.from(JSON.stringify(notebook)) });
      await page.locator(".cm-content").getByText("Bienvenue").waitFor();
    }));

  test("pasted as one program", () =>
    inLab(async (page) => {
      await empty(page);
      await paste(page, program);
    }));

  test("pasted cell by cell", () =>
    inLab(async (page) => {
      await empty(page);
      for (const cell of cells) {
        await paste(page, `${cell}\n\n`);
        await page.keyboard.press("Control+End");
      }
    }));
});
