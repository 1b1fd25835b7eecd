// Uses the lab's editor as a reader does, in a page with the real page's policy: by keys, by mouse and on a phone.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { openEditor } from "./editor-page.mjs";
import { violationsIn } from "./visit.mjs";

const site = await openEditor();
after(site.close);

const harbour = `import asyncio


async def horn(boat):
    print(boat)


async def main():
    horn("Ida")
    await asyncio.sleep(1)


asyncio.run(main())
`;
const hint = {
  code: "never-awaited", name: "horn", scenario: "forgotten-await", line: 9, column: 5, endLine: 9, endColumn: 9,
  fix: [{ line: 9, column: 5, endLine: 9, endColumn: 5, text: "await " }],
};

/** Opens the page with one file in the editor, uses it, and asserts that there were no errors. */
async function edit(text, options, use) {
  const page = await site.visit(options);
  await page.evaluate((given) => {
    self.editor.setText("main.py", given);
    self.editor.show("main.py");
    self.editor.focus();
  }, text);
  await use(page);
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

const textOf = (page, file = "main.py") => page.evaluate((name) => self.editor.text(name), file);
const call = (page, method, ...given) => page.evaluate(([name, list]) => self.editor[name](...list), [method, given]);
const eventsOf = (page, type) => page.evaluate((wanted) => self.events.filter((event) => event.type === wanted), type);

test("a program is typed with indentation and closing brackets, and undone in steps", () =>
  edit("", {}, async (page) => {
    await page.keyboard.type("async def main():\nprint('a')\n");
    assert.equal(await textOf(page), "async def main():\n    print('a')\n    ");
    assert.deepEqual((await eventsOf(page, "change"))[0], { file: "main.py", type: "change" });
    for (let step = 0; step < 10; step += 1) await page.keyboard.press("Control+z");
    assert.equal(await textOf(page), "");
  }));

test("the bundle is at most 160 KB, compressed by gzip", async () => {
  const size = gzipSync(await readFile(join(site.folder, "editor.js")), { level: 9 }).length;
  assert.ok(size <= 160_000, `${size} bytes`);
});

test("Tab indents, and Escape and then Tab leave the editor", () =>
  edit("x = 1", {}, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await textOf(page), "    x = 1");
    await page.keyboard.press("Escape");
    await page.waitForTimeout(2500); // longer than CodeMirror's own two seconds
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "after");
    assert.equal(await textOf(page), "    x = 1");
  }));

test("after Escape a key makes Tab indent again", () =>
  edit("", {}, async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.type("x");
    await page.keyboard.press("Home");
    await page.keyboard.press("Tab");
    assert.equal(await textOf(page), "    x");
  }));

test("lines are commented out and back", () =>
  edit("a = 1\nb = 2\n", {}, async (page) => {
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+/");
    assert.equal(await textOf(page), "# a = 1\n# b = 2\n");
    await page.keyboard.press("Control+/");
    assert.equal(await textOf(page), "a = 1\nb = 2\n");
  }));

test("each file keeps its text, its caret and its history", () =>
  edit("one", {}, async (page) => {
    await page.keyboard.press("End");
    await page.keyboard.type("!");
    await call(page, "setText", "b.py", "two\r\nthree\r");
    await call(page, "show", "b.py");
    await page.keyboard.type("?");
    assert.equal(await textOf(page, "b.py"), "?two\nthree\n");
    await call(page, "rename", "main.py", "a.py");
    await call(page, "show", "a.py");
    assert.deepEqual(await call(page, "caret"), { line: 1, column: 5 });
    await page.keyboard.press("Control+z");
    assert.equal(await textOf(page, "a.py"), "one");
    assert.deepEqual(await call(page, "files"), ["a.py", "b.py"]);
    await call(page, "close", "a.py");
    assert.equal(await call(page, "shown"), "b.py");
    assert.equal(await page.evaluate(() => self.editor.text("a.py")), undefined);
  }));

test("a new text from the page is one step of undo, and is not reported as the reader's", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "setText", "main.py", harbour.replaceAll("horn", "whistle"));
    assert.deepEqual(await eventsOf(page, "change"), []);
    await page.keyboard.press("Control+z");
    assert.equal(await textOf(page), harbour);
  }));

test("a hint opens at the caret, moves the following lines down, and its fix is one step of undo", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "setHints", "main.py", [hint]);
    const line = page.locator(".cm-line", { hasText: "asyncio.sleep" });
    const before = (await line.boundingBox()).y;
    assert.equal(await page.locator(".note").count(), 0);
    await call(page, "goTo", "main.py", 9, 7);
    await page.getByRole("note").waitFor();
    assert.ok((await line.boundingBox()).y >= before + 40);
    await page.getByRole("button", { name: "Show me" }).click();
    assert.deepEqual(await eventsOf(page, "show"), [{ file: "main.py", type: "show", scenario: "forgotten-await" }]);
    await page.getByRole("button", { name: "Add await" }).click();
    assert.equal(await textOf(page), harbour.replace('    horn("', '    await horn("'));
    assert.equal(await page.locator(".note, .note-mark").count(), 0);
    await page.keyboard.press("Control+z");
    assert.equal(await textOf(page), harbour);
  }));

test("F8 goes to a hint and announces it, Ctrl+. applies its fix", () =>
  edit(harbour, { language: "fr" }, async (page) => {
    await call(page, "setHints", "main.py", [hint]);
    await page.keyboard.press("F8");
    await page.locator(".cm-announced", { hasText: "Cette coroutine n’est jamais attendue" }).waitFor({ state: "attached" });
    await page.getByRole("note").waitFor();
    await page.keyboard.press("Control+.");
    assert.match(await textOf(page), /await horn\("Ida"\)/);
  }));

test("a hint opens under the pointer, and closes when the pointer has left", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "setHints", "main.py", [hint]);
    await page.locator(".note-mark").hover();
    await page.getByRole("note").hover();
    await page.locator("h1").hover();
    await page.getByRole("note").waitFor({ state: "detached" });
  }));

test("a hint disappears when its code is edited, and moves with edits elsewhere", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "setHints", "main.py", [hint]);
    await page.keyboard.type("\n\n");
    await call(page, "goTo", "main.py", 11, 7);
    await page.getByRole("button", { name: "Add await" }).click();
    assert.match(await textOf(page), /^\n\nimport asyncio[^]*\n    await horn\("Ida"\)/);
    await call(page, "setHints", "main.py", [{ ...hint, line: 11, endLine: 11 }]);
    assert.equal(await page.locator(".note-mark").count(), 1);
    await call(page, "goTo", "main.py", 11, 6);
    await page.keyboard.type("x");
    assert.equal(await page.locator(".note-mark").count(), 0);
  }));

test("an error's block is always open, and its link goes to another file", () =>
  edit(harbour, {}, async (page) => {
    const link = { label: "boats.py:7", file: "boats.py", line: 7 };
    const error = { line: 9, column: 5, title: "IndexError:", message: "pop from empty list", link };
    await call(page, "setDiagnostics", "main.py", [error]);
    await page.getByRole("note").getByText("pop from empty list").waitFor();
    await page.getByRole("button", { name: "boats.py:7" }).click();
    assert.deepEqual(await eventsOf(page, "goto"), [{ file: "boats.py", type: "goto", line: 7 }]);
    await call(page, "setDiagnostics", "main.py", []);
    assert.equal(await page.locator(".note").count(), 0);
  }));

test("an error at the end of a line marks the last character", () =>
  edit("if x\n    pass\n", {}, async (page) => {
    await call(page, "setDiagnostics", "main.py", [{ line: 1, column: 5, endLine: 1, endColumn: 5, title: "SyntaxError:", message: "expected ':'" }]);
    assert.equal(await page.locator(".note-mark").textContent(), "x");
  }));

const tasks = (...names) => names.map((name, task) => ({ task, name, file: "main.py", line: 9, state: "sleeping", selected: task === 0 }));

test("tasks are shown beside their lines, and the selected task's line is highlighted", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "setPresent", [...tasks("Ida", "Uma"), { task: 7, name: "main", file: "main.py", line: 10, state: "waiting", selected: false }]);
    assert.deepEqual(await page.locator(".chip:visible").allTextContents(), ["Ida", "Uma", "main"]);
    assert.match(await page.locator(".cm-line.lit").textContent(), /horn\("Ida"\)/);
    await page.locator(".chip:visible", { hasText: "main" }).click();
    assert.deepEqual(await eventsOf(page, "task"), [{ file: "main.py", type: "task", task: 7 }]);
    await page.locator(".cm-lineNumbers .cm-gutterElement", { hasText: "10" }).click();
    assert.deepEqual(await eventsOf(page, "line"), [{ file: "main.py", type: "line", line: 10 }]);
    await call(page, "setPresent", []);
    assert.equal(await page.locator(".chip, .lit").count(), 0);
  }));

test("if the tasks of a line do not fit, their number is shown and opens their list", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "setPresent", tasks("Ida", "Noor", "Pax", "Uma"));
    assert.deepEqual(await page.locator(".chip:visible").allTextContents(), ["3", "Ida"]);
    await page.locator(".chip:visible", { hasText: "3" }).click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.deepEqual(await eventsOf(page, "task"), [{ file: "main.py", type: "task", task: 1 }]);
    assert.equal(await page.getByRole("menu").count(), 0);
  }));

test("F9 reports the caret's line", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "goTo", "main.py", 9);
    await page.keyboard.press("F9");
    assert.deepEqual(await eventsOf(page, "line"), [{ file: "main.py", type: "line", line: 9 }]);
  }));

test("asyncio's names are completed, with a sentence in the reader's language and the signature", () =>
  edit("import asyncio\n", { language: "fr" }, async (page) => {
    await page.keyboard.press("Control+End");
    await page.keyboard.type("asyncio.wait_f");
    await page.getByRole("option", { name: "wait_for" }).waitFor();
    await page.getByText("Attend, mais pas plus de tant de secondes").waitFor();
    await page.waitForTimeout(100); // CodeMirror ignores keys in the list's first 75 ms
    await page.keyboard.press("Enter");
    await page.keyboard.type("(one(), ");
    assert.equal(await page.locator(".signature b").textContent(), "timeout");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator(".signature").count(), 0);
  }));

test("a queue's methods are completed", () =>
  edit("import asyncio\nline = asyncio.Queue()\n", {}, async (page) => {
    await page.keyboard.press("Control+End");
    await page.keyboard.type("line.task");
    await page.getByRole("option", { name: "task_done" }).waitFor();
  }));

test("the search panel is in French", () =>
  edit(harbour, { language: "fr" }, async (page) => {
    await page.keyboard.press("Control+f");
    await page.getByLabel("Chercher").fill("horn");
    await page.getByRole("button", { name: "suivant" }).click();
    await page.getByRole("button", { name: "fermer" }).click();
    assert.equal((await call(page, "caret")).line, 4);
  }));

test("the language changes while the editor is open", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "setHints", "main.py", [hint]);
    await call(page, "goTo", "main.py", 9, 7);
    await page.getByRole("button", { name: "Add await" }).waitFor();
    await call(page, "setLanguage", "fr");
    await page.getByRole("button", { name: "Ajouter await" }).waitFor();
    await page.getByRole("textbox", { name: "Programme, main.py" }).waitFor();
  }));

test("a read-only text is not changed by keys, fixes or insertions", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "setReadOnly", true);
    await page.keyboard.type("x");
    await call(page, "insert", "(", ")");
    assert.equal(await textOf(page), harbour);
    await call(page, "setReadOnly", false);
    await call(page, "insert", "(", ")");
    await page.keyboard.type("1");
    assert.equal(await textOf(page), `(1)${harbour}`);
  }));

test("a destroyed editor reports nothing, and another can be created in its place", () =>
  edit(harbour, {}, async (page) => {
    await call(page, "destroy");
    await page.evaluate(() => {
      self.mounted({ language: "fr", read_only: true });
      self.editor.setText("a.py", "1");
      self.editor.show("a.py");
    });
    assert.equal(await page.getByRole("textbox").count(), 1);
  }));

for (const theme of ["light", "dark"]) {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    test(`axe finds nothing, ${theme}, ${viewport.width} px wide`, () =>
      edit(harbour, { theme, language: "fr", viewport }, async (page) => {
        await call(page, "setHints", "main.py", [hint]);
        await call(page, "setDiagnostics", "main.py", [{ line: 10, column: 5, title: "IndexError:", message: "pop from empty list" }]);
        await call(page, "setPresent", tasks("Ida", "Noor", "Pax", "Uma"));
        await call(page, "goTo", "main.py", 9, 6);
        await page.getByRole("button", { name: "Ajouter await" }).waitFor();
        assert.deepEqual(await violationsIn(page), []);
        await call(page, "command", "find");
        assert.deepEqual(await violationsIn(page), []);
        await page.keyboard.press("Escape");
        await page.locator(".chip.more:visible").click();
        assert.deepEqual(await violationsIn(page), []);
        await page.keyboard.press("Escape");
        await page.keyboard.press("Control+End");
        await page.keyboard.type("asyncio.");
        await page.getByRole("listbox").waitFor();
        assert.deepEqual(await violationsIn(page), []);
        await page.keyboard.press("Escape");
        await page.keyboard.type("sleep(");
        await page.locator(".signature").waitFor();
        assert.deepEqual(await violationsIn(page), []);
      }));
  }
}
