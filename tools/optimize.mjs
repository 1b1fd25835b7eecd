// @ts-check
// Makes the page smaller: parts of the program, short names between wasm and glue, wasm-opt, and esbuild for the scripts. Trunk does
// not call wasm-opt, because the names must be shortened first. The bench has its program optimised by
// `node tools/optimize.mjs from.wasm to.wasm`: only by wasm-opt and tools/order.mjs.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import binaryen from "binaryen";
import { transform } from "esbuild";
import { namedByLikeness } from "./order.mjs";
import { all, takeOut } from "./parts.mjs";

/** The linker's output, from which wasm-bindgen makes the program. */
const output = join(process.env.CARGO_TARGET_DIR ?? fileURLToPath(new URL("../target", import.meta.url)), "wasm32-unknown-unknown/release/loopscope.wasm");
const sort = "--reorder-functions-by-name";
const oneRound = ["--flatten", "--rereloop", "-Oz", "-Oz"];
/** The last pass sorts functions by Rust's names: the order from which tools/order.mjs starts. */
const passes = [...oneRound, "--converge", sort];
/** The custom sections that wasm-strip keeps. It removes the linker's lists, which would become wrong when the module is changed. */
const withoutLists = ["--keep-section=name", "--keep-section=target_features"];
/** The WebAssembly features beyond its first version that Rust's compiler uses; every current browser has them. */
const features = ["bulk-memory", "bulk-memory-opt", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

/** @param {import("./page.mjs").Page} page */
export async function optimize(page) {
  const [glue, wasm] = [page.named("data-js"), page.named("data-wasm")];
  const module = binaryen.readBinary(changed(page.read(wasm), "wabt/bin/wasm-strip", withoutLists));
  const { parts, needed } = takeOut(module, output);
  const short = shorten(module, [...parts.values()], page.read(glue).toString());
  page.replace(wasm, smaller(named(module)));
  page.replace(glue, await minified(short));
  const files = Object.fromEntries(
    Array.from(parts, ([name, part]) => [name, `./${page.store(`loopscope-${name}`, ".wasm", optimized(named(part), oneRound))}`]),
  );
  for (const { name, names } of needed) page.name(`data-part-${name}`, names.map((one) => files[one]).join(" "));
  // The scripts that every visit loads; the others keep their names and comments.
  for (const name of ["boot.js", "network.js", "start.js"]) page.rewrite(name, await minified(page.read(name).toString()));
}

/** @param {string} code */
async function minified(code) {
  const made = await transform(code, { loader: "js", minify: true, charset: "utf8", target: "es2022" });
  return Buffer.from(made.code);
}

/**
 * Shortens the names of the functions that modules and glue share, in all of them, and returns the glue.
 *
 * @param {binaryen.Module} program
 * @param {binaryen.Module[]} parts
 * @param {string} glue
 */
function shorten(program, parts, glue) {
  const shorter = new Map();
  const rename = (/** @type {string} */ name) => shorter.get(name) ?? shorter.set(name, `$${shorter.size.toString(36)}`).get(name);
  for (const module of [program, ...parts]) {
    const imports = all(module, "Function").filter((one) => one.module);
    // gzip finds more repetitions if equal imports follow each other in the same order.
    imports.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const { name, module: from, base, params, results } of imports) {
      module.removeFunction(name);
      module.addFunctionImport(name, from, rename(base), params, results);
    }
  }
  for (const { kind, name, value } of all(program, "Export")) {
    if (kind !== binaryen.ExternalFunction || !(shorter.has(name) || name.startsWith("_R"))) continue;
    program.removeExport(name);
    program.addFunctionExport(value, rename(name));
  }
  return glue.replace(/[\w$]+/g, (word) => shorter.get(word) ?? word);
}

/**
 * A module's bytes with the names of its functions. The program's passes sort by these names; the output of wasm-opt has no names.
 *
 * @param {binaryen.Module} module
 */
function named(module) {
  binaryen.setDebugInfo(true);
  return module.emitBinary();
}

/** @param {Uint8Array} bytes */
function smaller(bytes) {
  return optimized(namedByLikeness(optimized(bytes, passes)), [...oneRound, sort]);
}

/** @param {Uint8Array} bytes @param {string[]} wanted */
function optimized(bytes, wanted) {
  return changed(bytes, "binaryen/bin/wasm-opt", [...features.map((feature) => `--enable-${feature}`), ...wanted]);
}

/**
 * What a tool makes of a module.
 *
 * @param {Uint8Array} bytes
 * @param {string} tool its file in tools/node_modules
 * @param {string[]} options
 */
function changed(bytes, tool, options) {
  const folder = mkdtempSync(join(tmpdir(), "loopscope-wasm-"));
  const [from, to] = [join(folder, "from.wasm"), join(folder, "to.wasm")];
  try {
    writeFileSync(from, bytes);
    execFileSync(process.execPath, [fileURLToPath(new URL(`node_modules/${tool}`, import.meta.url)), ...options, from, "-o", to], { stdio: "inherit" });
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from, to] = process.argv.slice(2);
  writeFileSync(to, smaller(readFileSync(from)));
}
