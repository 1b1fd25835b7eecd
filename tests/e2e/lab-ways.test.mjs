// The lab's links between views: from an error or a span to its line and moment. Links with programs. Also pasting a program, and
// predictions with their answers.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { eventually, open, visit } from "./visit.mjs";

const site = await open({ keepsEngine: true });
after(site.close);

const boot = 120_000; // milliseconds that Python may take to start on a busy machine

const main = `import asyncio
from kettle import boil


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(boil("tea"), name="tea")
        group.create_task(asyncio.sleep(3), name="slow")


asyncio.run(main())
`;

const kettle = `import asyncio
import json


async def boil(name):
    await asyncio.sleep(0.2)
    print("hot", name)
    await asyncio.sleep(0.3)
    return json.loads("{" + name)
`;

const clipboard = { prepare: (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]) };

function inLab(address, options, use) {
  return visit(site, address, { ...clipboard, ...options }, async (page, context) => {
    await page.locator(".cm-content").waitFor();
    await use(page, context);
  });
}

async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.click(".cm-content");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+v");
}

async function write(page, text) {
  await page.click(".cm-content");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

/** Types both files into the editor. */
async function writeBoth(page) {
  await write(page, main);
  await page.getByRole("button", { name: "Add a file" }).click();
  await page.locator(".labbar summary").first().click();
  await page.fill("#file-name", "kettle");
  await page.keyboard.press("Enter");
  await page.locator(".file").getByText("kettle.py").waitFor();
  await page.locator(".labbar summary").first().click();
  await write(page, kettle);
}

async function run(page) {
  await page.keyboard.press("Control+Enter");
  await page.locator('main[data-run-state="finished"]').waitFor({ timeout: boot });
}

const lit = (page) => page.locator(".cm-line.lit").allTextContents();
const isLit = (page, line) => eventually(() => lit(page), (lines) => lines.length === 1 && lines[0].trim() === line, `a highlighted line ${line}`);
const clock = (page) => page.textContent("#clock");

describe("an error", () => {
  test("shows the program's frames as links to lines and moments, and folds other frames", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await writeBoth(page);
      await run(page);
      const trace = page.locator(".trace");
      assert.match(await trace.innerText(), /JSONDecodeError: Expecting property name[^]*/);
      assert.equal(await trace.getByText("runners.py").first().isVisible(), false);
      await trace.locator("summary").first().click();
      await trace.getByText("runners.py").first().waitFor();
      assert.doesNotMatch(await trace.innerText(), /loopscope/);
      await trace.getByRole("button", { name: "line 9, in boil" }).click();
      await isLit(page, 'return json.loads("{" + name)');
      assert.equal(await page.getAttribute(".row.lane[data-selected]", "data-task"), "tea");
      assert.match(await clock(page), /0\.500/);
      assert.ok(await trace.isVisible(), "the traceback stays visible");
      await trace.getByRole("button", { name: "line 6, in main" }).click();
      await isLit(page, "async with asyncio.TaskGroup() as group:");
      assert.equal(await page.getAttribute(".row.lane[data-selected]", "data-task"), "Task-1");
    }));

  test("with a clue of the engine shows the advice for it, in French too", () =>
    inLab("/lab?speed=instant&lang=fr", {}, async (page) => {
      await write(page, "import asyncio\nasync def main():\n    asyncio.run(asyncio.sleep(1))\nasyncio.run(main())\n");
      await run(page);
      await page.locator(".ending").getByText("écrivez await à la place").waitFor();
      assert.match(await page.locator(".ending").innerText(), /RuntimeError: asyncio\.run\(\) cannot be called/);
    }));
});

test("a stopped program shows the line at which it was", () =>
  inLab("/lab", {}, async (page) => {
    await write(page, "print('on')\nwhile True:\n    pass\n");
    await page.keyboard.press("Control+Enter");
    await page.locator(".output").getByText("on", { exact: true }).waitFor({ timeout: boot });
    // The engine reports its line about every 50 ms; Stop must come after the first report.
    await page.waitForTimeout(1000);
    await page.click("#stop");
    await page.locator(".ending").getByRole("button", { name: /^program\.py, line [23]$/ }).waitFor();
  }));

test("the page says that requests are simulated, and lists them in a table", () =>
  inLab("/lab?speed=instant&tab=table", {}, async (page) => {
    await write(page, "import aiohttp\nasync with aiohttp.ClientSession() as session:\n    async with session.get('https://httpbin.org/get') as response:\n        print(response.status)\n");
    await run(page);
    await page.getByText("The requests of this run are simulated").waitFor();
    await page.locator("table.requests").getByText("https://httpbin.org/get").waitFor();
  }));

describe("the timeline and the text", () => {
  test("link to each other: a span to its line, a line to its next moment", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await writeBoth(page);
      await run(page);
      await page.locator('.row.lane[data-task="tea"] .span').nth(1).click();
      await isLit(page, "await asyncio.sleep(0.3)");
      assert.match(await clock(page), /0\.200/);
      await page.locator(".cm-lineNumbers .cm-gutterElement").getByText("7", { exact: true }).click();
      await isLit(page, 'print("hot", name)');
      await page.locator(".cm-lineNumbers .cm-gutterElement").getByText("5", { exact: true }).click();
      await page.getByText("Line 5 has no moment of its own").waitFor();
    }));

  test("follow each other while a paused run is stepped", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await writeBoth(page);
      await run(page);
      await page.locator('.row.lane[data-task="tea"] .span').first().click();
      await page.locator(".file button").first().click();
      await page.click("#step");
      await eventually(() => page.locator('.file button[aria-pressed="true"]').textContent(), (name) => name === "kettle.py", "the task's file");
    }));

  test("differ after an edit: Run runs the new text, even if a run is paused", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await write(page, "print('one')\nprint('more')\n");
      await run(page);
      await page.locator(".output button").first().click();
      await page.locator('main[data-run-state="paused"]').waitFor();
      await write(page, "print('two')\n");
      await page.getByText("Edited since this run").waitFor();
      await page.click("#run");
      await eventually(() => page.locator(".output .text").allTextContents(), (lines) => lines.join() === "two", "the new text's output");
    }));
});

test("a name that is being typed stays while a run advances", () =>
  inLab("/lab?speed=0.1", {}, async (page) => {
    await page.click("#run");
    await page.locator(".row.lane").first().waitFor({ timeout: boot });
    await page.locator(".labbar summary").first().click();
    await page.click("#program-name");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("Breakfast", { delay: 60 });
    await page.keyboard.press("Enter");
    await page.locator(".labbar summary").first().getByText("Breakfast").waitFor();
  }));

describe("a link", () => {
  test("contains all files, the seed, the task and the moment, and runs nothing", async () => {
    let link = "";
    await inLab("/lab?speed=instant", {}, async (page) => {
      await writeBoth(page);
      await page.locator("#p-seed").fill("41");
      await run(page);
      await page.locator('.row.lane[data-task="tea"] .span').nth(1).click();
      await isLit(page, "await asyncio.sleep(0.3)");
      await page.getByRole("button", { name: "Share" }).click();
      await page.getByText("A link with the program was copied").waitFor();
      link = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(link.length < 2000);
    });
    await inLab(link.split("#")[1], {}, async (page) => {
      await page.getByText("From a link. Nothing has run.").waitFor();
      await page.locator('main[data-engine="ready"]').waitFor({ timeout: boot });
      assert.equal(await page.locator("main").getAttribute("data-run-state"), "idle");
      assert.deepEqual(await page.locator(".file").allTextContents(), ["program.py", "kettle.py"]);
      assert.equal(await page.locator("#p-seed").inputValue(), "41");
      await page.click("#run");
      await page.locator('main[data-run-state="paused"]').waitFor({ timeout: boot });
      await isLit(page, "await asyncio.sleep(0.3)");
      assert.match(await clock(page), /0\.200/);
    });
  });

  test("opened while the lab is open shows its program", () =>
    inLab("/lab", {}, async (page) => {
      await write(page, "print('mine')\n");
      await page.getByText("kept in this browser").waitFor();
      await page.getByRole("button", { name: "Share" }).click();
      await page.getByText("A link with the program was copied").waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      await write(page, "print('other')\n");
      await page.evaluate((hash) => (location.hash = hash), link.slice(link.indexOf("#")));
      await page.locator(".cm-content").getByText("mine").waitFor();
      await page.getByText("From a link. Nothing has run.").waitFor();
      await page.locator(".labbar summary").first().click();
      await page.locator(".labbar .sheet").getByText("My program").waitFor();
    }));

  test("that would be too long offers the files instead", () =>
    inLab("/lab", {}, async (page) => {
      let seed = 7;
      const letter = () => String.fromCharCode(97 + ((seed = (seed * 48271) % 2147483647) % 26));
      const noise = Array.from({ length: 1000 }, () => `# ${Array.from({ length: 60 }, letter).join("")}\n`).join("");
      await paste(page, noise);
      await page.getByRole("button", { name: "Share" }).click();
      await page.getByText("too long for a link").waitFor();
      const download = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save the files" }).click();
      assert.equal((await download).suggestedFilename(), "program.py");
    }));
});

describe("a pasted or opened text", () => {
  test("that is too long is refused, and the editor keeps its text", () =>
    inLab("/lab", {}, async (page) => {
      await write(page, "print('precious')\n");
      await paste(page, "x = 1  # padding padding\n".repeat(44_000));
      await page.getByText("more than 1 MB of program").waitFor();
      await page.locator(".cm-content").getByText("precious").waitFor();
    }));

  test("of nearly the maximum length runs and can be edited", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await paste(page, `${"x = 1  # padding padding\n".repeat(40_000)}print('end')\n`);
      await run(page);
      assert.deepEqual(await page.locator(".output .text").allTextContents(), ["end"]);
      await page.click(".cm-content");
      await page.keyboard.type("#");
      await page.getByText("Edited since this run").waitFor();
    }));

  test("with tabs, for Python 2, unfinished or as a notebook, is opened with a note", () =>
    inLab("/lab", {}, async (page) => {
      await page.locator('main[data-engine="ready"]').waitFor({ timeout: boot });
      await paste(page, "def f():\r\n\treturn 1\r\nprint(f())\r\n");
      await page.getByText("tabs of its indentation became spaces").waitFor();
      await paste(page, "print 'hello'\n");
      await page.getByText("written for Python 2").waitFor();
      await page.locator(".cm-content").getByText("Missing parentheses").waitFor({ timeout: boot });
      await paste(page, "async def main(:\n    pass\n");
      await page.locator(".cm-content").getByText("SyntaxError").or(page.locator(".cm-content").getByText("was never closed")).first().waitFor({ timeout: boot });
      const cell = (source) => ({ cell_type: "code", metadata: {}, outputs: [], execution_count: null, source });
      await paste(page, JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell("%pip install x"), cell("await asyncio.sleep(1)")] }));
      await page.getByText("Lines that only a notebook understands").waitFor();
      await page.locator(".cm-content").getByText("await").waitFor();
    }));

  test("that is binary is refused, and the editor keeps its text", () =>
    inLab("/lab", {}, async (page) => {
      await write(page, "print('precious')\n");
      const picture = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));
      await page.setInputFiles("#lab-choose", { name: "picture.py", mimeType: "text/x-python", buffer: picture });
      await page.getByText("This is not text").waitFor();
      await page.locator(".cm-content").getByText("precious").waitFor();
    }));
});

test("a prediction is made before the run, and marked after it", () =>
  inLab("/lab?speed=instant", {}, async (page) => {
    await page.click("#predict");
    await page.getByText("In which order will this be printed?").waitFor({ timeout: boot });
    assert.equal(await page.locator("main").getAttribute("data-run-state"), "idle");
    await page.fill("#guess", "3");
    await page.click("#predict-run");
    await page.locator('main[data-run-state="finished"]').waitFor({ timeout: boot });
    await page.getByText("1 of 2 right").waitFor();
  }));
