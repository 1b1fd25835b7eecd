// @ts-check
// Runs a program as the lab does, and prints its output:
//
//     node tools/lab.mjs program.py [--seed 7] [--date 1700000000] [--log | --story]
//
// The traceback of an uncaught error follows a line `--- stderr` on stdout, with the file named program.py. --log prints the
// log instead, as docs/log-format.md describes it; --story prints one line per event, in words of the log. A file named nb_*.py
// is a notebook. The program can import Python files of its folder.

import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { Lab, ending, printed } from "./lab_engine.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "7" },
    date: { type: "string", default: "1700000000" },
    log: { type: "boolean", default: false },
    story: { type: "boolean", default: false },
    locals: { type: "boolean", default: false },
  },
});
const [path, ...args] = positionals;
if (!path) {
  console.error("lab: name a program: node tools/lab.mjs program.py");
  process.exit(2);
}

const main = "program.py";
const files = { [main]: readFileSync(path, "utf8") };
for (const name of readdirSync(dirname(path))) {
  const mayBeImported = /^[A-Za-z_]\w*\.py$/.test(name) && name !== basename(path) && name !== main;
  if (mayBeImported && !/^(nb_|u\d)/.test(name)) files[name] = readFileSync(join(dirname(path), name), "utf8");
}

const lab = new Lab();
let now = "";
let who = "";
const request = {
  files, main, args, seed: Number(values.seed), date: Number(values.date), locals: values.locals,
  notebook: basename(path).startsWith("nb_"), limits: { silence: 30 },
};
/** @type {(lines: string) => string} */
const tell = values.log ? (lines) => lines : values.story ? story : printed;
const end = await lab.run(request, (lines) => process.stdout.write(tell(lines)));
lab.close();
if (!values.log && !values.story) process.stdout.write(ending(end));
process.exitCode = ["done", "exit"].includes(end.how) ? 0 : 1;

/** The events for a reader, one per line: the time, the task's number, the kind of event and its fields. */
function story(lines) {
  return lines.split("\n").map((line) => line.split("\t")).map(event).join("");
}

function event([time, task, , kind, ...fields]) {
  if (kind === undefined || time === "loopscope") return "";
  now = time || now;
  who = task || who;
  if (["iteration", "frames", "locals"].includes(kind)) return "";
  return `${Number(now).toFixed(3)} ${who} ${kind} ${fields.join(" ").trimEnd()}\n`;
}
