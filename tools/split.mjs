// Splits the page's program in two: what a first visit runs, and the rest, which is loaded right after it.
//
// Trunk calls this after each build. tools/later.txt names the functions of the rest; tools/first_visit.mjs finds them out.
// In the first part each leaves a stub that calls it through a table, which the second part fills when it comes. Both parts
// have the same memory, stack and tables, so no function notices where it is. A stub that is called before the rest is
// there has it loaded on the spot. static/start.js loads it, either way.

import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import binaryen from "binaryen";

const later = fileURLToPath(new URL("later.txt", import.meta.url));
const optimizer = fileURLToPath(new URL("node_modules/binaryen/bin/wasm-opt", import.meta.url));
/** What has one caller left in its part is inlined, and like stands beside like for gzip. */
const passes = ["--flatten", "--rereloop", "-Oz", "-Oz", "--converge", "--reorder-functions-by-name"];
/** What Rust's compiler uses of WebAssembly beyond its first version: all of it is in every current browser. */
const features = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];
/** The import that loads the rest, as wasm-bindgen calls it; it takes how soon, and 2 is at once. */
const loader = /^__wbg_loopscopeRest_/;

// The bench wants its own program as small as the page's: `node tools/split.mjs optimize from.wasm to.wasm`.
const [job, from, to] = process.argv.slice(2);
if (job === "optimize") {
  writeFileSync(to, optimized(binaryen.readBinary(readFileSync(from))));
} else if (process.env.TRUNK_PROFILE === "release") {
  build(process.env.TRUNK_STAGING_DIR);
}

function build(folder) {
  const page = read(folder);
  const module = binaryen.readBinary(page.wasm.bytes);
  if (process.env.LOOPSCOPE_FIRST_VISIT) {
    replace(page, page.wasm, instrumented(module));
    return finish(page, "never.wasm");
  }
  const names = new Set(readFileSync(later, "utf8").split("\n"));
  const rest = split(module, ({ name }) => names.has(plain(name)));
  replace(page, page.glue, Buffer.from(shorten(module, page.glue.bytes.toString())));
  replace(page, page.wasm, optimized(module));
  finish(page, store(page, "loopscope-rest", ".wasm", optimized(rest)));
}

/** A function's name, without what differs between compilers and between copies, and no longer than need be. */
function plain(name) {
  return name.replace(/\[[0-9a-f]{10,}\]/g, "").replace(/\.\d+$/, "").slice(0, 240);
}

// The two parts

/** Takes the functions that are `isLater` out of a module, and gives a module that brings them. */
function split(first, isLater) {
  const functions = all(first, "Function");
  // In the order that their stubs will have, so that the stubs' numbers rise, which gzip likes.
  const moved = functions.filter((one) => !one.module && isLater(one)).sort(byName);
  const rest = restOf(first, functions, moved);
  leaveStubs(first, functions, moved);
  share(first, rest);
  // Stubs that only moved functions called are of no use.
  first.runPasses(["remove-unused-module-elements"]);
  return rest;
}

/** A module of the moved functions; all else that they name is imported, by the name that it has in the first part. */
function restOf(first, functions, moved) {
  const rest = new binaryen.Module();
  rest.setFeatures(first.getFeatures());
  rest.setMemory(0, -1, null, [], false, false, "0"); // of any size
  rest.addMemoryImport("0", "first", "memory");
  for (const { name, initial } of all(first, "Table")) {
    rest.addTable(name, initial, -1, name === "__wbindgen_externrefs" ? binaryen.externref : binaryen.funcref);
    rest.addTableImport(name, "first", name);
  }
  for (const { name, type, mutable } of all(first, "Global")) rest.addGlobalImport(name, "first", name, type, mutable);
  for (const { name, params, results, vars, body } of moved) {
    rest.addFunction(name, params, results, vars, rest.copyExpression(body));
  }
  const names = moved.map(({ name }) => name);
  const here = new Set(names);
  for (const { name, params, results } of functions) {
    if (!here.has(name)) rest.addFunctionImport(name, "first", name, params, results);
  }
  rest.addTable("later", names.length, -1, binaryen.funcref);
  rest.addTableImport("later", "first", "later");
  rest.addActiveElementSegment("later", "later", names, rest.i32.const(0));
  rest.runPasses(["remove-unused-module-elements"]);
  return rest;
}

/** Puts in each moved function's place one that waits for the rest and calls it there. */
function leaveStubs(first, functions, moved) {
  const loading = functions.find(({ base }) => loader.test(base)) ?? missing("what loads the rest");
  first.addTable("later", moved.length, moved.length);
  first.addGlobal("rest_is_here", binaryen.i32, true, first.i32.const(0));
  first.addGlobalExport("rest_is_here", "rest_is_here");
  const load = first.drop(first.call(loading.name, [first.i32.const(2)], loading.results));
  const isHere = first.global.get("rest_is_here", binaryen.i32);
  first.addFunction("wait_for_rest", binaryen.none, binaryen.none, [], first.if(first.i32.eqz(isHere), load));
  moved.forEach((one, place) => {
    const given = binaryen.expandType(one.params).map((type, index) => first.local.get(index, type));
    const wait = first.call("wait_for_rest", [], binaryen.none);
    const call = first.call_indirect("later", first.i32.const(place), given, one.params, one.results);
    first.removeFunction(one.name);
    first.addFunction(one.name, one.params, one.results, [], first.block(null, [wait, call], one.results));
  });
}

/** Exports from the first part what the rest imports, by short names. */
function share(first, rest) {
  let count = 0;
  const short = () => `_${(count++).toString(36)}`;
  // Their numbers rise too.
  const imported = all(rest, "Function").filter(({ module }) => module).sort(byName);
  for (const { name, params, results } of imported) {
    const exported = short();
    first.addFunctionExport(name, exported);
    rest.removeFunction(name);
    rest.addFunctionImport(name, "first", exported, params, results);
  }
  const exported = new Set(all(first, "Export").map((one) => one.name));
  for (const { name } of all(rest, "Global")) first.addGlobalExport(name, name);
  for (const { name } of all(rest, "Table")) if (!exported.has(name)) first.addTableExport(name, name);
}

/** Gives imports and exports short names, in the module and in its glue. */
function shorten(module, glue) {
  const shorter = new Map();
  const rename = (name) => shorter.set(name, `$${shorter.size.toString(36)}`).get(name);
  for (const { name, module: from, base, params, results } of all(module, "Function")) {
    if (!from) continue;
    module.removeFunction(name);
    module.addFunctionImport(name, from, rename(base), params, results);
  }
  for (const { kind, name, value } of all(module, "Export")) {
    if (kind !== binaryen.ExternalFunction || !name.startsWith("wasm_bindgen_")) continue;
    module.removeExport(name);
    module.addFunctionExport(value, rename(name));
  }
  return glue.replace(/[\w$]+/g, (word) => shorter.get(word) ?? word);
}

/** A module that tells `first_visit.mark` of each function that is called, by its number. */
function instrumented(module) {
  const own = all(module, "Function").filter((one) => !one.module);
  module.addFunctionImport("mark", "first_visit", "mark", binaryen.i32, binaryen.none);
  own.forEach(({ name, params, results, vars, body }, number) => {
    const mark = module.call("mark", [module.i32.const(number)], binaryen.none);
    module.removeFunction(name);
    module.addFunction(name, params, results, vars, module.block(null, [mark, body], results));
  });
  writeFileSync(process.env.LOOPSCOPE_FIRST_VISIT, own.map(({ name }) => plain(name)).join("\n"));
  return Buffer.from(module.emitBinary());
}

/** The order that `--reorder-functions-by-name` gives them. */
function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}

/** All of a kind that a module has, as data. */
function all(module, kind) {
  const count = module[`getNum${kind}s`]();
  return Array.from({ length: count }, (_, index) => binaryen[`get${kind}Info`](module[`get${kind}ByIndex`](index)));
}

function optimized(module) {
  const folder = mkdtempSync(join(tmpdir(), "loopscope-split-"));
  const [from, to] = [join(folder, "from.wasm"), join(folder, "to.wasm")];
  try {
    binaryen.setDebugInfo(true); // the names, which the passes sort by; they end here
    writeFileSync(from, module.emitBinary());
    execFileSync(process.execPath, [optimizer, ...features.map((feature) => `--enable-${feature}`), ...passes, from, "-o", to], { stdio: "inherit" });
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The page's files

function read(folder) {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const file = (attribute) => {
    const [, name] = html.match(new RegExp(`${attribute}="\\./([^"]+)"`)) ?? missing(attribute);
    return { name, bytes: readFileSync(join(folder, name)) };
  };
  return { folder, html, glue: file("data-js"), wasm: file("data-wasm") };
}

/** Puts other bytes into a file's place, under a name that says so. */
function replace(page, file, bytes) {
  const [, stem, end] = file.name.match(/^(.*)-[0-9a-f]+((?:_bg)?\.\w+)$/) ?? missing(file.name);
  const name = store(page, stem, end, bytes);
  rmSync(join(page.folder, file.name));
  page.html = page.html.replaceAll(file.name, name).replaceAll(integrity(file.bytes), integrity(bytes));
}

function store(page, stem, end, bytes) {
  const name = `${stem}-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}${end}`;
  writeFileSync(join(page.folder, name), bytes);
  return name;
}

function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}

/** Names the rest where static/start.js looks for it. */
function finish({ folder, html }, rest) {
  writeFileSync(join(folder, "index.html"), html.replace(/ data-wasm=/, ` data-rest="./${rest}" data-wasm=`));
}

function missing(what) {
  throw new Error(`tools/split.mjs: the built page lacks ${what}`);
}
