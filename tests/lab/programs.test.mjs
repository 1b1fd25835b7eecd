// Runs the programs of tests/lab/programs on the lab's engine and compares their output with CPython 3.13's.
//
// The .exp files were recorded by CPython on a virtual clock (seed 7, date 1 700 000 000, UTC). Those of p25, p35, p36, p50, p51,
// p63, p64 and p65 were recorded on a real clock, because they use sockets, threads or signals. After an uncaught exception its
// traceback follows `--- stderr`; its frames in Python's library are not compared.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { Lab, ending, printed } from "../../tools/lab_engine.mjs";

const folder = new URL("programs/", import.meta.url);
const lab = new Lab();
after(() => lab.close());

for (const name of readdirSync(folder).filter((file) => file.endsWith(".py")).sort()) {
  test(`${name} prints what CPython prints`, async () => {
    const expected = readFileSync(new URL(name.replace(/py$/, "exp"), folder), "utf8");
    const files = { "program.py": readFileSync(new URL(name, folder), "utf8") };
    let log = "";
    const request = { files, main: "program.py", seed: 7, date: 1_700_000_000, notebook: name.startsWith("nb_") };
    const end = await lab.run(request, (lines) => (log += lines));
    assert.equal(compared(printed(log) + ending(end)), compared(expected));
  });
}

/** The text without the library's frames after the mark: their file lines, source lines and carets. */
function compared(text) {
  const [output, ...error] = text.split("--- stderr\n");
  if (error.length === 0) return text;
  let dropping = null;
  const kept = error.join("").split("\n").filter((line) => {
    const frame = /^([ |]*) {2}File "([^"]*)", line \d+/.exec(line);
    if (frame) dropping = frame[2] === "program.py" ? null : frame[1];
    else if (dropping !== null && !line.startsWith(`${dropping}    `) && !line.startsWith(`${dropping}  [Previous line`)) dropping = null;
    return dropping === null;
  });
  return `${output}--- stderr\n${kept.join("\n")}`;
}
