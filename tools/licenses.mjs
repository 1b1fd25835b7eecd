// @ts-check
// Writes the licences of the page's parts into dist/licenses.txt, from Cargo.lock, from tools/package-lock.json and from the
// installed packages. It fails on a licence that is not in its list of checked ones.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const texts = join(root, "tools/licenses");
/** The accepted licences: publishing their texts in licenses.txt meets their terms. */
const known = new Set(["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "ISC", "MPL-2.0", "PSF-2.0", "Unicode-3.0", "Unlicense", "Zlib"]);

/** @typedef {{ name: string, version: string, license: string, source: string, texts: string[] }} Part */

/** @param {string} folder the folder in which dist is assembled */
export function writeLicenses(folder) {
  const parts = [...crates(), ...packages()].sort((one, other) => (one.name < other.name ? -1 : 1));
  parts.forEach(judge);
  writeFileSync(join(folder, "licenses.txt"), told(parts));
}

/**
 * The crates whose code is in the wasm: the dependencies of the page's crate, and their dependencies.
 *
 * @returns {Part[]}
 */
function crates() {
  const platform = ["--filter-platform", "wasm32-unknown-unknown"];
  const output = execFileSync("cargo", ["metadata", "--format-version", "1", "--locked", "--offline", ...platform], { cwd: root, maxBuffer: 2 ** 28 });
  const { packages, resolve } = JSON.parse(output.toString());
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const found = new Set();
  const visit = (id) => {
    if (found.has(id)) return;
    found.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
  };
  visit(resolve.root);
  return packages
    .filter(({ id, targets }) => found.has(id) && id !== resolve.root && !targets.some(({ kind }) => kind.includes("proc-macro")))
    .map(({ name, version, license, repository, manifest_path }) => ({
      name,
      version,
      license: license ?? "",
      source: repository ?? `https://crates.io/crates/${name}`,
      texts: textsIn(dirname(manifest_path)),
    }));
}

/**
 * The npm packages whose code is in dist: the dependencies of tools/package.json, while its devDependencies only build.
 *
 * @returns {Part[]}
 */
function packages() {
  const lock = JSON.parse(readFileSync(join(root, "tools/package-lock.json"), "utf8"));
  const inPage = Object.entries(lock.packages).filter(([path, { dev, devOptional }]) => path !== "" && !dev && !devOptional);
  return inPage.flatMap(([path, { version, license }]) => {
    const name = path.replace(/^.*node_modules\//, "");
    const folder = join(root, "tools", path);
    const own = { name, version, license: license ?? "", source: sourceOf(folder), texts: textsIn(folder) };
    return name === "pyodide" ? [{ ...own, texts: [textOf("MPL-2.0")] }, python(folder)] : [own];
  });
}

/**
 * CPython, which Pyodide brings.
 *
 * @param {string} folder
 * @returns {Part}
 */
function python(folder) {
  const { info } = JSON.parse(readFileSync(join(folder, "pyodide-lock.json"), "utf8"));
  return { name: "CPython", version: info.python, license: "PSF-2.0", source: "https://github.com/python/cpython", texts: [textOf("PSF-2.0")] };
}

/** @param {string} folder */
function sourceOf(folder) {
  const { repository, homepage } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const url = typeof repository === "string" ? repository : (repository?.url ?? homepage ?? "");
  return url.replace(/^git\+/, "");
}

/** @param {string} name */
function textOf(name) {
  return readFileSync(join(texts, `${name}.txt`), "utf8");
}

/** @param {string} folder */
function textsIn(folder) {
  if (!existsSync(folder)) throw new Error(`${folder} is not there: run tools/setup.sh build`);
  const names = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|unlicense)/i.test(name) && /^[^.]+(\.(md|txt))?$/.test(name));
  return names.sort().map((name) => readFileSync(join(folder, name), "utf8"));
}

/** @param {Part} part */
function judge({ name, license }) {
  const named = license.split(/\s+(?:OR|AND|WITH)\s+|\s*\/\s*/).map((word) => word.replace(/[()]/g, ""));
  const unknown = named.filter((word) => !known.has(word));
  // If a package offers several licences, one accepted licence is enough.
  const isEnough = / AND /.test(license) ? unknown.length === 0 : unknown.length < named.length;
  if (!isEnough) throw new Error(`the licence of ${name} is not among the accepted ones: "${license}"; see tools/licenses.mjs`);
}

/**
 * The content of licenses.txt: the packages, then each text once, with the packages that contain it.
 *
 * @param {Part[]} parts
 */
function told(parts) {
  /** @type {Map<string, string[]>} */
  const bringers = new Map();
  for (const { name, texts } of parts) {
    for (const text of new Set(texts.map((text) => text.trim()))) bringers.set(text, [...(bringers.get(text) ?? []), name]);
  }
  const line = "=".repeat(80);
  const list = parts.map(({ name, version, license, source }) => `${name} ${version}: ${license}\n    ${source}`);
  const all = [...bringers].map(([text, names]) => `${line}\n${[...new Set(names)].join(", ")}\n${line}\n\n${text}`);
  const own = ["LICENSE-MIT", "LICENSE-APACHE"].map((name) => readFileSync(join(root, name), "utf8").trim());
  return [
    "Loopscope is under the MIT license or the Apache License 2.0, as you like. Its program is compiled with Rust's standard library,",
    "which is under the same two licences (https://github.com/rust-lang/rust). The page consists of these parts, too, unchanged;",
    "the sources are at the addresses below.",
    "",
    ...list,
    "",
    `${line}\nLoopscope, Rust\n${line}\n\n${own.join("\n\n")}`,
    ...all,
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) writeLicenses(process.argv[2]);
