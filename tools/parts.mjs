// @ts-check
// Cuts parts out of the program, which the page loads when it needs them (src/app/course/door.rs).
//
// A part has the functions and data that can be reached only through its entrances (tools/linked.mjs). All parts share the program's
// memory, stack and tables. A call of an entrance goes through a table that the part fills. In the program's own table, the part
// fills the places of its functions.

import binaryen from "binaryen";
import { dataOf, takeData } from "./data.mjs";
import { reached, readLinked } from "./linked.mjs";

/** An entrance in src/app/page/parts.rs. @returns {[string, RegExp]} */
const inPage = (/** @type {string} */ name) => [name, new RegExp(`9loopscope3app4page5parts${name.length}${name}$`)];

/** The entrances of each part. A chapter is a part too, and so is each of its larger scenarios. */
const entrances = {
  lab: /9loopscope3app3lab8entrance(4view|5begin)$/,
  search: /9loopscope3app6course(6search5found|7results4view)$/,
  ...Object.fromEntries(["tab", "code", "prediction", "gain", "ask", "keys", "welcome", "reading"].map(inPage)),
};
/** The lab is always loaded with these parts. So the functions and data that only one of them and the lab use are in that part. */
const withLab = ["tab", "prediction", "gain"];
const start = /9loopscope9scenarios6starts\d+([A-Z][A-Za-z]*?)\d+([a-z_]+)$/;
/** A scenario with fewer bytes of code stays in its chapter's part. */
const least = 5_000;

/** @typedef {ReturnType<typeof binaryen.getFunctionInfo>} Fn */
/** @typedef {import("./data.mjs").Piece} Piece */

/**
 * Takes the parts out of the program. Returns the modules, each with its part's name, and the names of the modules that each part needs:
 * its own, unless that is too small, and its chapter's.
 *
 * @param {binaryen.Module} program
 * @param {Uint8Array} output of the linker, from which wasm-bindgen made the program
 */
export function takeOut(program, output) {
  const linked = readLinked(output);
  agree(program, linked.constants);
  // Glue can also call a function through a shim of wasm-bindgen's, which the linker does not know.
  const called = new Set(all(program, "Export").map(({ value }) => value.replace(/ externref shim$/, "")));
  linked.roots.push(...linked.symbols.filter(({ name }) => called.has(name)));
  const whole = reached(linked, () => false);
  const gone = new Set();
  /** @type {{ name: string, module: binaryen.Module }[]} */
  const modules = [];
  const doors = doorsOf([...whole].map(({ name }) => name));
  for (const [name, own] of Object.entries(doors)) {
    const closed = new Set([...own, ...(withLab.includes(name) ? doors.lab : [])]);
    const stays = reached(linked, (symbol) => closed.has(symbol));
    const moved = [...whole].filter((symbol) => !stays.has(symbol) && !gone.has(symbol));
    if (name.startsWith("program-") && moved.reduce((sum, { length }) => sum + length, 0) < least) continue;
    for (const symbol of moved) gone.add(symbol);
    const names = new Set(moved.filter(({ size }) => size === 0).map((symbol) => symbol.name));
    const taken = new Set(moved);
    const kept = linked.symbols.filter((symbol) => symbol.size > 0 && !taken.has(symbol));
    const pieces = takeData(program, moved.filter(({ size }) => size > 0), kept);
    modules.push({ name, module: take(program, name, { names, doors: own, pieces }) });
  }
  for (const module of [program, ...modules.map((part) => part.module)]) if (!module.validate()) throw new Error("the cut program is not valid");
  // The entrances of a scenario are entrances of its chapter, too.
  const needed = Object.entries(doors).map(([name, own]) => {
    const names = modules.map((module) => module.name).filter((other) => [...own].every((door) => doors[other].has(door)));
    return { name, names };
  });
  return { modules, needed };
}

/**
 * Throws unless the program was made from that output of the linker, and its functions have different names.
 *
 * @param {binaryen.Module} program
 * @param {Uint8Array} constants
 */
function agree(program, constants) {
  if (Buffer.compare(constants, dataOf(program)[0].data) !== 0) throw new Error("the linker's output is of another program: check CARGO_TARGET_DIR");
  const names = all(program, "Function").map(({ name }) => name);
  if (new Set(names).size < names.length) throw new Error("two functions have one name");
}

/**
 * The entrances of each part, by its name.
 *
 * @param {string[]} names
 */
function doorsOf(names) {
  /** @type {Record<string, Set<string>>} */
  const doors = {};
  for (const [part, entrance] of Object.entries(entrances)) {
    doors[part] = new Set(names.filter((name) => entrance.test(name)));
    if (doors[part].size === 0) throw new Error(`the program has no entrance to its part ${part}`);
  }
  /** @type {Record<string, Set<string>>} */
  const chapters = {};
  for (const name of names) {
    const [, chapter, scenario] = name.match(start) ?? [];
    if (!chapter) continue;
    doors[`program-${scenario.replaceAll("_", "-")}`] = new Set([name]);
    (chapters[chapter.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase()] ??= new Set()).add(name);
  }
  // What is left of a chapter is what its scenarios share.
  return { ...doors, ...chapters };
}

/** The function in a slot of the program's table until the part of that slot is loaded. */
const absent = "absent";

/**
 * Takes these functions out of the program, and returns a module that has them and the data.
 *
 * @param {binaryen.Module} program
 * @param {string} name
 * @param {{ names: Set<string>, doors: Set<string>, pieces: Piece[] }} content
 */
function take(program, name, { names, doors, pieces }) {
  const own = all(program, "Function").filter((one) => !one.module);
  const moved = own.filter((one) => names.has(one.name)).sort(byName);
  const shared = new Set(all(program, "Export").map(({ value }) => value));
  const stubs = moved.filter((one) => doors.has(one.name) || shared.has(one.name));
  const made = partOf(program, name, { moved, stubs, pieces });
  leave(program, name, moved, stubs);
  share(program, made);
  program.runPasses(["remove-unused-module-elements"]);
  return made;
}

/**
 * Removes the moved functions from the program: a stub replaces each entrance, and `absent` their slots in the table.
 *
 * @param {binaryen.Module} program
 * @param {string} part
 * @param {Fn[]} moved
 * @param {Fn[]} stubs
 */
function leave(program, part, moved, stubs) {
  const { name: segment, table, offset, data } = places(program);
  const gone = new Set(moved.map(({ name }) => name));
  if (!data.includes(absent)) program.addFunction(absent, binaryen.none, binaryen.none, [], program.unreachable());
  program.removeElementSegment(segment);
  program.addActiveElementSegment(table, segment, data.map((name) => (gone.has(name) ? absent : name)), program.i32.const(offset));
  program.addTable(part, stubs.length, stubs.length);
  for (const { name } of moved) program.removeFunction(name);
  stubs.forEach(({ name, params, results }, place) => {
    const given = binaryen.expandType(params).map((type, index) => program.local.get(index, type));
    program.addFunction(name, params, results, [], program.call_indirect(part, program.i32.const(place), given, params, results));
  });
}

/**
 * A module of the moved functions and data. It imports everything else from the program, by its name there.
 *
 * @param {binaryen.Module} program
 * @param {string} part
 * @param {{ moved: Fn[], stubs: Fn[], pieces: Piece[] }} content
 */
function partOf(program, part, { moved, stubs, pieces }) {
  /** @type {any} The declarations of binaryen know no table of other references. */
  const made = new binaryen.Module();
  made.setFeatures(program.getFeatures());
  made.setMemory(0, -1, null, pieces.map(({ offset, data }) => ({ offset: made.i32.const(offset), data })), false, false, "0");
  made.addMemoryImport("0", "program", "memory");
  const { table, offset, data } = places(program);
  const tables = [...all(program, "Table").map(({ name }) => name), part];
  for (const name of tables) {
    made.addTable(name, 0, -1, name.includes("externref") ? binaryen.externref : binaryen.funcref);
    made.addTableImport(name, "program", name);
  }
  for (const { name, type, mutable } of all(program, "Global")) made.addGlobalImport(name, "program", name, type, mutable);
  const here = new Set(moved.map(({ name }) => name));
  for (const { name, params, results } of all(program, "Function")) {
    if (!here.has(name)) made.addFunctionImport(name, "program", name, params, results);
  }
  for (const { name, params, results, vars, body } of moved) made.addFunction(name, params, results, vars, made.copyExpression(body));
  made.addActiveElementSegment(part, part, stubs.map(({ name }) => name), made.i32.const(0));
  for (const { from, names } of runs(data, (name) => here.has(name))) {
    made.addActiveElementSegment(table, `${from}`, names, made.i32.const(offset + from));
  }
  made.runPasses(["remove-unused-module-elements"]);
  return made;
}

/**
 * The longest sequences of consecutive names for which `isWanted` is true, each with the index of its first name.
 *
 * @param {string[]} names
 * @param {(name: string) => boolean} isWanted
 */
function runs(names, isWanted) {
  /** @type {{ from: number, names: string[] }[]} */
  const found = [];
  names.forEach((name, index) => {
    if (!isWanted(name)) return;
    const last = found.at(-1);
    if (last && last.from + last.names.length === index) last.names.push(name);
    else found.push({ from: index, names: [name] });
  });
  return found;
}

/**
 * Exports from the program everything that a part imports; functions have short names.
 *
 * @param {binaryen.Module} program
 * @param {binaryen.Module} made
 */
function share(program, made) {
  const exports = all(program, "Export");
  const known = new Map(exports.map(({ name, value }) => [value, name]));
  let count = exports.filter(({ name }) => name.startsWith("_.")).length;
  for (const { name, params, results } of all(made, "Function").filter(({ module }) => module).sort(byName)) {
    const short = known.get(name) ?? `_.${(count++).toString(36)}`;
    if (!known.has(name)) program.addFunctionExport(name, short);
    made.removeFunction(name);
    made.addFunctionImport(name, "program", short, params, results);
  }
  const taken = new Set(exports.map(({ name }) => name));
  for (const { name } of all(made, "Global")) if (!taken.has(name)) program.addGlobalExport(name, name);
  for (const { name } of all(made, "Table")) if (!taken.has(name)) program.addTableExport(name, name);
}

/**
 * The program's table of functions, which the compiler fills in one piece.
 *
 * @param {binaryen.Module} program
 */
function places(program) {
  const segments = all(program, "ElementSegment");
  if (segments.length !== 1) throw new Error(`the program fills its table in ${segments.length} pieces, not in one`);
  const { offset, ...segment } = segments[0];
  return { ...segment, offset: /** @type {any} */ (binaryen.getExpressionInfo(offset)).value };
}

/** Compares functions by name, as wasm-opt sorts them. @param {Fn} one @param {Fn} other */
function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}

/**
 * All items of a kind in a module, as data.
 *
 * @param {any} module
 * @param {"ElementSegment" | "Export" | "Function" | "Global" | "Table"} kind
 * @returns {any[]}
 */
function all(module, kind) {
  const give = /** @type {any} */ (binaryen)[`get${kind}Info`];
  return Array.from({ length: module[`getNum${kind}s`]() }, (_, index) => give(module[`get${kind}ByIndex`](index)));
}
