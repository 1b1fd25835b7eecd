// @ts-check
// Copies the files of the lab's engine into python/: Pyodide's and our Python modules, with a manifest of them. Trunk calls
// this after each build; `node tools/python.mjs FOLDER` runs it alone.

import { createHash } from "node:crypto";
import { cp, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("node_modules/pyodide/", import.meta.url));
const ours = fileURLToPath(new URL("../src/python/", import.meta.url));
const folder = join(process.argv[2] ?? process.env.TRUNK_STAGING_DIR, "python");

// pyodide-lock.json names packages on another host; the lab uses none of them (static/engine/engine.js).
const theirs = ["pyodide.asm.js", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip"];
// The lab's starting points are copied, too: the page loads one when it is chosen.
const isModule = (name) => name.endsWith(".py") && !name.startsWith("starts/");
const modules = (await readdir(ours, { recursive: true })).filter(isModule).sort();

/** @type {Record<string, number>} */
const files = {};
const digest = createHash("sha256");
for (const [from, names] of /** @type {[string, string[]][]} */ ([[packages, theirs], [ours, modules]])) {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await cp(join(from, name), join(folder, name));
    const bytes = await readFile(join(from, name));
    files[name] = bytes.length;
    digest.update(name).update(bytes);
  }
}
await writeFile(join(folder, "manifest.json"), `${JSON.stringify({ version: digest.digest("hex").slice(0, 16), files })}\n`);
