//! The lab's engine with the programs of tests/conformance in its file system: each at its path in the project, below /twins.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { boot } from "../../static/engine/engine.js";

const project = fileURLToPath(new URL("../../", import.meta.url));
const pyodide = join(project, "tools/node_modules/pyodide/");
const { loadPyodide } = await import(join(pyodide, "pyodide.mjs"));

const texts = (folder, chosen) =>
  readdirSync(join(project, folder), { recursive: true })
    .filter((name) => chosen.test(name))
    .sort()
    .map((name) => [name, readFileSync(join(project, folder, name), "utf8")]);

/** The functions of twins.py, in an engine that is booted as in the lab. */
export async function twins() {
  let python;
  const load = async (options) => (python = await loadPyodide(options));
  await boot({ loadPyodide: load, indexURL: pyodide, modules: Object.fromEntries(texts("src/python", /\.py$/)) });
  const folders = ["src/scenarios", "tests/conformance", "tests/lab"];
  for (const folder of folders) {
    // Leaves out the programs of the lab's own tests.
    for (const [name, text] of texts(folder, /^(?!programs\/[np]|fixtures).*\.(py|txt)$/)) {
      const path = `/twins/${folder}/${name}`;
      python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
      python.FS.writeFile(path, text);
    }
  }
  python.runPython('import sys; sys.path.append("/twins/tests/lab")');
  return python.pyimport("twins");
}
