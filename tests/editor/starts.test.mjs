// Runs the lab's starting points and compares their output with CPython 3.13's.
//
// `starts/` has CPython's output, recorded in real time after `random.seed(7)`. There is none for http.py, which needs a network.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { Lab } from "../../tools/lab_engine.mjs";

const programs = new URL("../../src/python/starts/", import.meta.url);
const tool = fileURLToPath(new URL("../../tools/lab.mjs", import.meta.url));
const names = (await readdir(programs)).filter((name) => name.endsWith(".py"));
const lab = new Lab();
after(() => lab.close());

const printed = async (name) => (await promisify(execFile)("node", [tool, fileURLToPath(new URL(name, programs)), "--seed", "7"])).stdout;

for (const name of names.filter((one) => one !== "http.py")) {
  test(`${name} prints what CPython prints`, async () => {
    const expected = await readFile(new URL(`starts/${name.replace(".py", ".out")}`, import.meta.url), "utf8");
    assert.equal(await printed(name), expected);
  });
}

test("no starting point gets a hint", async () => {
  assert.equal(names.length, 12);
  for (const name of names) assert.deepEqual(await lab.check(await readFile(new URL(name, programs), "utf8")), [], name);
});
