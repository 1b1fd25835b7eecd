// Runs test_hints.py in Pyodide, where the page runs the hints too, and tests that each code of a hint has a message.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { hintCodes } from "../../static/editor/text.js";
import { Lab } from "../../tools/lab_engine.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rules = new URL("../../src/python/loopscope_hints/", import.meta.url);

test("every test of the hints passes in Pyodide", async () => {
  const module = new URL("../../tools/node_modules/pyodide/pyodide.mjs", import.meta.url);
  const { loadPyodide } = await import(module);
  const pyodide = await loadPyodide();
  pyodide.mountNodeFS("/project", root);
  const said = await pyodide.runPythonAsync(`
import io, sys, unittest
sys.dont_write_bytecode = True
sys.path.insert(0, "/project/tests/editor")
said = io.StringIO()
suite = unittest.defaultTestLoader.loadTestsFromName("test_hints")
result = unittest.TextTestRunner(stream=said).run(suite)
said.getvalue() if not result.wasSuccessful() or result.testsRun < 20 else ""
`);
  assert.equal(said, "");
});

test("the engine's check gives errors and hints together", async () => {
  const lab = new Lab();
  const [error] = await lab.check("async def main():\n    print(1\n");
  assert.deepEqual([error.severity, error.title, error.line, error.column], ["error", "SyntaxError:", 2, 10]);
  const found = await lab.check("import time\nasync def main():\n    time.sleep(1)\n    main()\n");
  assert.deepEqual(found.map(({ severity, code, line }) => [severity, code, line]), [["hint", "blocking-sleep", 3], ["hint", "never-awaited", 4]]);
  await lab.close();
});

test("every code has a message, and every message a code", async () => {
  const names = (await readdir(rules)).filter((name) => name.endsWith(".py"));
  const source = (await Promise.all(names.map((name) => readFile(new URL(name, rules), "utf8")))).join("");
  assert.deepEqual(hintCodes.filter((code) => !source.includes(`"${code}"`)), []);
  const codes = [...source.matchAll(/hint\(\s*program, "([a-z-]+)"|return "([a-z]+-[a-z]+)"/g)].map(([, made, found]) => made ?? found);
  assert.ok(codes.length >= hintCodes.length);
  assert.deepEqual(codes.filter((code) => !hintCodes.includes(code)), []);
});
