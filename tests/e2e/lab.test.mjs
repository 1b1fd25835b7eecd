// Uses the lab as a reader does: types a program, runs, inspects, stops, edits, keeps and shares it.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressHas, eventually, isForEveryone, open, reload, untilRun, visit } from "./visit.mjs";

const site = await open({ keepsEngine: true });
after(site.close);

const boot = 120_000; // milliseconds that Python may take to start on a busy machine

const pour = `import asyncio

async def pour(cup):
    await asyncio.sleep(0.2)
    return 1 / cup

async def main():
    await asyncio.gather(pour(1), pour(0))

asyncio.run(main())
`;

const textOf = (page) => page.locator(".cm-content").innerText();
const output = (page) => page.locator(".output .text").allTextContents();

/** Opens the lab, and calls `use` when the editor is loaded. */
function inLab(address, options, use) {
  return visit(site, address, options, async (page, context) => {
    await page.locator(".cm-content").waitFor();
    await use(page, context);
  });
}

/** Replaces the program in the editor by typing. */
async function write(page, text) {
  await page.click(".cm-content");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

async function run(page) {
  await page.keyboard.press("Control+Enter");
  await page.locator('main[data-run-state="finished"]').waitFor({ timeout: boot });
}

describe("a program", () => {
  test("is typed and run, and its lanes, output and variables are shown", () =>
    inLab("/lab?speed=10", {}, async (page) => {
      await page.click(".cm-content");
      await page.keyboard.press("Control+a");
      await page.keyboard.type("import asyncio\nasync def main():\nprint('tea')\nawait asyncio.sleep(1)\nprint('served')\n");
      await page.keyboard.press("Home");
      await page.keyboard.type("asyncio.run(main())");
      await run(page);
      assert.equal(await page.locator(".row.lane").count(), 1);
      assert.deepEqual(await output(page), ["tea", "served"]);
      await page.click(".row.lane .name");
      await page.locator(".frames").getByText("main").waitFor();
    }));

  test("that fails is explained, and its lines are links into the text", () =>
    inLab("/lab?speed=instant&lang=fr", {}, async (page) => {
      await write(page, pour);
      await run(page);
      const ending = page.locator(".ending");
      assert.match(await ending.innerText(), /On a divisé par zéro[^]*ZeroDivisionError: division by zero/);
      assert.equal(await page.textContent("#phase"), "échec");
      assert.equal(await page.locator("p[role=alert]").textContent(), "échec");
      await ending.getByText('line 5, in pour').click();
      await page.keyboard.press("End");
      await page.keyboard.type("  # here");
      assert.ok((await textOf(page)).includes("return 1 / cup  # here"));
    }));

  test("whose main was never started ends with a note about it", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await write(page, "import asyncio\nasync def main():\n    await asyncio.sleep(1)\n");
      await run(page);
      await page.locator(".ending", { hasText: "no task has run" }).waitFor();
      await write(page, "print('no coroutine')\n");
      await run(page);
      await eventually(() => output(page), (lines) => lines.includes("no coroutine"), "the next program's output");
      assert.equal(await page.locator(".ending").count(), 0);
    }));

  test("whose length is unknown grows its axis by few steps", () =>
    inLab("/lab", {}, async (page) => {
      await page.locator('main[data-engine="ready"]').waitFor({ timeout: boot });
      await write(page, "import asyncio\nasync def main():\n    for _ in range(25):\n        await asyncio.sleep(0.1)\nasyncio.run(main())\n");
      await page.evaluate(() => {
        window.lengths = new Set();
        const note = () => {
          const board = document.querySelector("#board");
          if (board && document.querySelector("main").dataset.runState === "running") window.lengths.add(board.style.getPropertyValue("--end"));
          requestAnimationFrame(note);
        };
        note();
      });
      await run(page);
      const lengths = await page.evaluate(() => [...window.lengths]);
      assert.ok(lengths.length >= 1 && lengths.length <= 4, lengths.join(" "));
    }));

  test("that never ends can be stopped, and the next one runs", () =>
    inLab("/lab", {}, async (page) => {
      await write(page, "while True:\n    pass\n");
      await page.keyboard.press("Control+Enter");
      await page.locator('main[data-engine="ready"]').waitFor({ timeout: boot });
      await page.click("#stop");
      await untilRun(page, "finished");
      assert.equal(await page.textContent("#phase"), "stopped");
      await write(page, "print('again')\n");
      await run(page);
      assert.deepEqual(await output(page), ["again"]);
    }));

  test("in a deadlock shows which task waits for what", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await write(page, "import asyncio\nasync def main():\n    lock = asyncio.Lock()\n    await lock.acquire()\n    await lock.acquire()\nasyncio.run(main())\n");
      await run(page);
      assert.match(await page.locator(".ending").innerText(), /Task-1 waits for/);
    }));

  test("asks for input, and continues with the answer", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await write(page, "name = input('Name? ')\nprint('hello', name)\n");
      await page.keyboard.press("Control+Enter");
      await page.locator("#answer").waitFor({ timeout: boot });
      await page.fill("#answer", "Ada");
      await page.keyboard.press("Enter");
      await eventually(() => output(page), (lines) => lines.at(-1)?.includes("hello Ada"), "the answer in the output");
    }));

  test("may have a second file, which can be renamed", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await write(page, "from kettle import boil\nprint(boil())\n");
      await page.getByRole("button", { name: "Add a file" }).click();
      await page.locator(".labbar summary").first().click();
      await page.fill("#file-name", "kettle");
      await page.keyboard.press("Enter");
      await page.locator(".file").getByText("kettle.py").waitFor();
      await page.locator(".labbar summary").first().click();
      await write(page, "def boil():\n    return 'hot'\n");
      await run(page);
      assert.deepEqual(await output(page), ["hot"]);
    }));

  test("that was edited says so, and is compared with the version that ran", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await write(page, pour.replace("pour(0)", "pour(2)"));
      await run(page);
      await write(page, pour.replace("pour(0)", "pour(2)").replace("0.2", "0.1"));
      await page.getByText("Edited since this run").waitFor();
      await page.getByRole("button", { name: "Run and compare" }).click();
      await eventually(() => page.locator(".part").count(), (count) => count === 2, "two programs");
      await page.locator(".why-gained").getByText("×2").first().waitFor();
    }));

  test("has its problems listed while it is typed", () =>
    inLab("/lab?tab=problems", {}, async (page) => {
      await page.locator('main[data-engine="ready"]').waitFor({ timeout: boot });
      await write(page, "import asyncio\nasync def tea():\n    pass\nasync def main():\n    tea()\nasyncio.run(main())\n");
      await page.locator(".problems li").waitFor({ timeout: boot });
      assert.match(await page.locator(".problems").innerText(), /program\.py, line 5/);
    }));
});

describe("a written program", () => {
  test("is kept through a reload, and through a deletion that is undone", () =>
    inLab("/lab", {}, async (page) => {
      await write(page, "print('kept')\n");
      await page.getByText("kept in this browser").waitFor();
      await reload(page);
      await page.locator(".cm-content").getByText("kept").waitFor();
      await page.locator(".labbar summary").first().click();
      await page.getByRole("button", { name: "Delete" }).click();
      assert.ok(!(await textOf(page)).includes("kept"));
      await page.getByRole("button", { name: "Undo", exact: true }).click();
      await page.locator(".cm-content").getByText("kept").waitFor();
    }));

  test("that two tabs change is kept twice", () =>
    inLab("/lab", {}, async (page, context) => {
      await write(page, "print('one')\n");
      await page.getByText("kept in this browser").waitFor();
      const other = await context.newPage();
      await other.goto(page.url());
      await other.locator(".cm-content").getByText("one").waitFor();
      await write(other, "print('two')\n");
      await page.getByText("Another tab has changed this program").waitFor();
      await reload(page);
      await page.locator(".labbar summary").first().click();
      const names = await page.locator(".labbar .sheet").first().innerText();
      assert.match(names + (await page.locator(".labbar summary").first().innerText()), /My program, copy/);
    }));

  test("is shared by a link, which runs nothing by itself", async () => {
    let link = "";
    await inLab("/lab", { prepare: (page, context) => context.grantPermissions(["clipboard-read", "clipboard-write"]) }, async (page) => {
      await write(page, "print('from afar')\n");
      await page.getByRole("button", { name: "Share" }).click();
      await page.getByText("A link with the program was copied").waitFor();
      link = await page.evaluate(() => navigator.clipboard.readText());
      await page.getByRole("link", { name: "Scenarios" }).click();
      await page.getByRole("link", { name: "Lab" }).first().click();
      await page.locator(".cm-content").waitFor();
      assert.equal(await page.getByText("A link with the program was copied").count(), 0, "a message disappears when the lab is left");
    });
    await inLab(link.split("#")[1], {}, async (page) => {
      await page.getByText("From a link. Nothing has run.").waitFor();
      await page.locator('main[data-engine="ready"]').waitFor({ timeout: boot });
      assert.equal(await page.locator("main").getAttribute("data-run-state"), "idle");
      await page.getByRole("button", { name: "Keep it" }).click();
      await page.getByText("kept in this browser").waitFor();
      await reload(page);
      await page.locator(".cm-content").getByText("from afar").waitFor();
    });
  });

  test("may be a notebook", async () => {
    const folder = await mkdtemp(join(tmpdir(), "loopscope-lab-"));
    const cell = (source) => ({ cell_type: "code", metadata: {}, outputs: [], execution_count: null, source });
    const notebook = { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [cell("import asyncio"), cell("await asyncio.sleep(1)\nprint('☕ prêt')")] };
    const file = join(folder, "cours.ipynb");
    await writeFile(file, JSON.stringify(notebook));
    await inLab("/lab?speed=instant", {}, async (page) => {
      await page.setInputFiles("#lab-choose", file);
      await page.locator(".cm-content").getByText("☕ prêt").waitFor();
      await page.click("#run");
      await page.locator('main[data-run-state="finished"]').waitFor({ timeout: boot });
      assert.deepEqual(await output(page), ["☕ prêt"]);
    });
    await rm(folder, { recursive: true });
  });

  test("may begin as a copy of a scenario with its values", () =>
    visit(site, "/s/gather?a001=0.25", {}, async (page) => {
      await page.click("#edit");
      await page.locator(".cm-content").getByText("a001=0.25").waitFor();
      await addressHas(page, "/lab");
    }));
});

test("of hundreds of short spans, only those get labels that may fit", () =>
  inLab("/lab?speed=instant", {}, async (page) => {
    await write(
      page,
      "import asyncio\nasync def tick():\n    for _ in range(300):\n        await asyncio.sleep(0.05)\nasync def main():\n    await asyncio.gather(*(tick() for _ in range(20)))\nasyncio.run(main())\n",
    );
    await run(page);
    assert.ok((await page.locator(".row.lane .span.bare").count()) > 1000, "many spans are in view");
    // A span with a label is a size container, and thousands of these are slow.
    assert.ok((await page.locator(".row.lane .span:not(.bare)").count()) < 100, "few of them query their width");
  }));

describe("every reader", () => {
  for (const scheme of ["light", "dark"]) {
    test(`can use the lab, in ${scheme}`, () =>
      inLab("/lab?speed=instant&lang=fr", { scheme }, async (page) => {
        await write(page, pour);
        await run(page);
        await page.click(".row.lane .name");
        await isForEveryone(page);
      }));
  }

  test("can use the lab on a phone, where its parts are separate views", () =>
    inLab("/lab?speed=instant", { width: 390, height: 844 }, async (page) => {
      assert.ok(!(await page.locator("#run").isVisible()));
      // Run on the page of the code leads to the timeline.
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await eventually(() => page.evaluate(() => document.activeElement.id), (id) => id === "run", "the focus on the run bar");
      await page.locator('main[data-run-state="finished"]').waitFor({ timeout: boot });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
      const edges = await page.locator(".lanes-box, .row.lane .name").evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().left)));
      assert.equal(new Set(edges).size, 1, "no bar appears left of the names");
      await isForEveryone(page);
    }));

  test("can resize the editor by keys", () =>
    inLab("/lab?speed=instant", {}, async (page) => {
      await page.locator(".divider").focus();
      const width = () => page.locator(".code").evaluate((code) => code.getBoundingClientRect().width);
      const before = await width();
      await page.keyboard.press("ArrowRight");
      await eventually(width, (now) => Math.abs(now - before - 16) < 1, "an editor 16 px wider");
    }));
});

test("a visit of a scenario loads no file of the lab", async () => {
  const asked = [];
  await visit(site, "/s/gather", { prepare: (page) => page.on("request", (request) => asked.push(request.url())) }, async (page) => {
    await page.waitForLoadState("networkidle");
  });
  assert.deepEqual(asked.filter((address) => /editor|engine|python\/|pyodide/.test(address)), []);
});
