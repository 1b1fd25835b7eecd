// @ts-check
// Cuts parts out of the program. The page loads a part when it needs it (src/app/course/door.rs).
//
// A part has the functions and data that can be reached only through its entrances. It shares the program's memory, stack and tables.
// When it is loaded, it writes its data into the memory, and its functions into the table for indirect calls. Functions that are called
// from elsewhere are written into a second table, too. In the program, a stub calls each of them through this table.

import { readFileSync } from "node:fs";
import binaryen from "binaryen";
import { reached, readLinked } from "./linked.mjs";

/** @typedef {import("./linked.mjs").Node} Node */

const inPage = ["tab", "code", "prediction", "gain", "ask", "keys", "reading"];
/** The entrances of each part. What the scenarios of a chapter share has a file too, and so has each larger scenario. */
const entrances = {
  lab: /9loopscope3app3lab8entrance(4view|5begin)$/,
  search: /9loopscope3app6course(6search5found|7results4view)$/,
  ...Object.fromEntries(inPage.map((name) => [name, new RegExp(`9loopscope3app4page5parts${name.length}${name}$`)])),
  welcome: /9loopscope3app4page5parts(7welcome|8compared)$/,
};
const start = /9loopscope9scenarios6starts\d+([A-Z][A-Za-z]*?)\d+([a-z_]+)$/g;
/** The lab is always loaded with these parts. So what only the lab and one of them use can be in the latter. */
const withLab = ["tab", "prediction", "gain"];
/** A scenario with fewer bytes of code stays in its chapter's part. */
const least = 5_000;
/** The table through which functions of parts are called from elsewhere. */
const doorTable = "doors";

/**
 * Takes the parts out of the program. Returns the modules by their parts' names, and the names of the modules that each part needs. A
 * scenario needs its chapter's, and its own if it is large enough.
 *
 * @param {any} program a module of binaryen; `any`, since binaryen's type declarations lack some functions
 * @param {string} output of the linker, from which wasm-bindgen made the program
 */
export function takeOut(program, output) {
  const { functions, data } = readLinked(output);
  const doors = doorsOf(functions);
  // Glue calls some functions through a shim of wasm-bindgen's, "name externref shim", which the linker does not know.
  const exported = new Set(all(program, "Export").map(({ value }) => value.split(" ")[0]));
  assign(doors, functions.filter(({ name }) => exported.has(name)));
  const called = new Set(functions.flatMap(({ part, uses }) => uses.filter((used) => used.part && used.part !== part)).map(({ name }) => name));
  const stubs = all(program, "Function").map(({ name }) => name).filter((name) => called.has(name));
  program.addTable(doorTable, stubs.length, stubs.length);
  const homes = new Map(functions.map(({ name, part }) => [name, part]));
  if (homes.size < functions.length) throw new Error("two functions have one name");
  const parts = new Map([...new Set(homes.values())].filter(Boolean).map((part) => [part, partOf(program, part, homes)]));
  const modules = new Map([...parts, ["", program]]);
  divideData(modules, data, readFileSync(output));
  divideFunctions(modules, homes, stubs);
  for (const module of modules.values()) {
    module.runPasses(["remove-unused-module-elements"]);
    if (module !== program) share(program, module);
    if (!module.validate()) throw new Error("the cut program is not valid");
  }
  // A scenario's entrance is one of its chapter's, too.
  const needed = Object.entries(doors).map(([name, [door]]) => ({ name, names: [...parts.keys()].filter((other) => doors[other].includes(door)) }));
  return { parts, needed };
}

/** The entrances of each part. Chapters come last, so a chapter's part gets what its scenarios share and its small scenarios. @param {Node[]} functions */
function doorsOf(functions) {
  /** @type {Record<string, Node[]>} */
  const doors = {};
  const starts = functions.flatMap((entrance) => Array.from(entrance.name.matchAll(start), ([, chapter, scenario]) => ({ entrance, chapter, scenario })));
  for (const [part, entrance] of Object.entries(entrances)) doors[part] = functions.filter(({ name }) => entrance.test(name));
  for (const { entrance, scenario } of starts) doors[`program-${scenario.replaceAll("_", "-")}`] = [entrance];
  for (const { entrance, chapter } of starts) (doors[chapter.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()] ??= []).push(entrance);
  for (const [part, { length }] of Object.entries(doors)) if (length === 0) throw new Error(`the program has no entrance to its part ${part}`);
  return doors;
}

/** Sets the part of all functions and data that leave the program. @param {Record<string, Node[]>} doors @param {Node[]} roots */
function assign(doors, roots) {
  for (const [part, own] of Object.entries(doors)) {
    const closed = withLab.includes(part) ? [...own, ...doors.lab] : own;
    const stays = reached(roots, closed);
    const moved = [...reached(closed)].filter((node) => !stays.has(node) && !node.part);
    if (part.startsWith("program-") && moved.reduce((sum, { length }) => sum + length, 0) < least) continue;
    for (const node of moved) node.part = part;
  }
}

/** A module with the functions of a part, which imports everything else. @returns {any} */
function partOf(program, part, homes) {
  /** @type {any} */
  const made = new binaryen.Module();
  made.setFeatures(program.getFeatures());
  for (const { name } of all(program, "Table")) {
    made.addTable(name, 0, -1, name.includes("externref") ? binaryen.externref : binaryen.funcref);
    made.addTableImport(name, "program", name);
  }
  for (const { name, type, mutable } of all(program, "Global")) made.addGlobalImport(name, "program", name, type, mutable);
  for (const { name, params, results, vars, body } of all(program, "Function")) {
    if (homes.get(name) === part) made.addFunction(name, params, results, vars, made.copyExpression(body));
    else made.addFunctionImport(name, "program", name, params, results);
  }
  return made;
}

/** Exports from the program what a part imports. */
function share(program, part) {
  const exported = new Set(all(program, "Export").map(({ name }) => name));
  for (const kind of ["Function", "Global", "Table"]) {
    for (const { name, module } of all(part, kind)) if (module && !exported.has(name)) program[`add${kind}Export`](name, name);
  }
}

/** Divides the constant data. Bytes that several modules use stay in the program. */
function divideData(modules, nodes, output) {
  const program = modules.get("");
  const [{ offset, data }, ...variables] = all(program, "DataSegment").map((segment) => ({ ...segment, data: new Uint8Array(segment.data) }));
  if (!output.includes(data)) throw new Error("the linker's output is of another program: check CARGO_TARGET_DIR");
  const owners = Array.from(data, (_, place) => new Set((nodes[offset + place] ?? []).map(({ part }) => part)));
  const pieces = runs(owners.map((parts) => (parts.size === 1 ? [...parts][0] : "")));
  const memory = program.getMemoryInfo();
  program.removeExport("memory");
  for (const [part, module] of modules) {
    const own = pieces.filter(({ value }) => value === part).map(({ from, to }) => ({ offset: offset + from, data: data.slice(from, to) }));
    const given = (part ? own : [...own, ...variables]).map((piece) => ({ ...piece, offset: module.i32.const(piece.offset) }));
    module.setMemory(memory.initial, memory.max ?? -1, part ? null : "memory", given, false, false, "0");
    if (part) module.addMemoryImport("0", "program", "memory");
  }
}

/** Removes the functions of parts from the program, except for stubs, and fills both tables. */
function divideFunctions(modules, homes, stubs) {
  const program = modules.get("");
  for (const { name, params, results } of all(program, "Function").filter(({ name }) => homes.get(name))) {
    program.removeFunction(name);
    const given = binaryen.expandType(params).map((type, index) => program.local.get(index, type));
    const call = program.call_indirect(doorTable, program.i32.const(stubs.indexOf(name)), given, params, results);
    if (stubs.includes(name)) program.addFunction(name, params, results, [], call);
  }
  const [{ name, table, offset, data }, ...others] = all(program, "ElementSegment");
  if (others.length > 0) throw new Error("the program fills its table in several pieces");
  program.removeElementSegment(name);
  const { value: base } = /** @type {any} */ (binaryen.getExpressionInfo(offset));
  for (const [into, first, names] of [[table, base, data], [doorTable, 0, stubs]]) {
    for (const { value, from, to } of runs(names.map((name) => homes.get(name) ?? ""))) {
      modules.get(value).addActiveElementSegment(into, `${into}-${from}`, names.slice(from, to), modules.get(value).i32.const(first + from));
    }
  }
}

/** The runs of equal consecutive values: the value, the first index, and the index after the last. @param {string[]} values */
function runs(values) {
  const starts = [...values.keys()].filter((index) => values[index] !== values[index - 1]);
  return starts.map((from, place) => ({ value: values[from], from, to: starts[place + 1] ?? values.length }));
}

/** All items of a kind in a module of binaryen. @returns {any[]} */
export function all(module, kind) {
  const info = binaryen[`get${kind}Info`] ?? module[`get${kind}Info`];
  return Array.from({ length: module[`getNum${kind}s`]() }, (_, index) => info(module[`get${kind}ByIndex`](index)));
}
