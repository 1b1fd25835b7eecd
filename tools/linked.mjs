// @ts-check
// Reads the linker's output: which functions and data refer to which.
//
// The linker is called with --emit-relocs (build.rs), so its output lists all places that refer to a function or to data. wasm-objdump
// prints each place below the function, or below the data, that it is in.

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const objdump = fileURLToPath(new URL("node_modules/wabt/bin/wasm-objdump", import.meta.url));

/** A function, with its name and the length of its code; or data, without. @typedef {{ name: string, length: number, uses: Node[], part: string }} Node */

/** All functions, and the data at each address, with what they use. @param {string} output of the linker */
export function readLinked(output) {
  const text = execFileSync(process.execPath, [objdump, "-x", "-d", "-r", output], { encoding: "latin1", maxBuffer: Infinity });
  const found = (/** @type {RegExp} */ pattern) => Array.from(text.matchAll(pattern), ([, ...groups]) => groups);
  /** @type {Node[]} */
  const functions = [];
  for (const [index, length, name] of found(/^ - func\[(\d+)\] size=(\d+) <(.*)>$/gm)) {
    functions[Number(index)] = { name, length: Number(length), uses: [], part: "" };
  }
  /** @type {Node[][]} The data at each address: several nodes, where strings with a common end share bytes. */
  const data = [];
  const segments = found(/^ - segment\[\d+\] <.*> memory=0 .*init i32=(\d+)$/gm).map(Number);
  // Several symbols can name one function. Symbols of other kinds, such as imports and tables, have no node.
  const symbols = found(/^   - \d+: [A-Z] <.*> (?:func=(\d+)|segment=(\d+) offset=(\d+) size=(\d+)|\w+=\d+|\[)/gm).map(([index, segment, offset, size]) => {
    if (!segment) return functions[Number(index)];
    const node = { name: "", length: 0, uses: [], part: "" };
    const start = segments[Number(segment)] + Number(offset);
    for (let address = start; address < start + Number(size); address += 1) (data[address] ??= []).push(node);
    return node;
  });
  if (symbols.length === 0) throw new Error("the linker's output has no symbols: it needs --emit-relocs");
  /** @type {Node[] | undefined} The function that the places are in. Data is printed before the functions. */
  let current;
  // Only a reference to a type has no symbol.
  for (const [index, address, symbol] of found(/^[\da-f]+ func\[(\d+)\]|^ +([\da-f]+): R_WASM_(?!TYPE_)\w+ (\d+) /gm)) {
    if (index) current = [functions[Number(index)]];
    const [used, users] = [symbols[Number(symbol)], current ?? data[Number.parseInt(address, 16)]];
    if (!users) throw new Error(`no data has the reference at ${address}`);
    if (used) for (const user of users) user.uses.push(used);
  }
  return { functions: functions.filter(Boolean), data };
}

/** What can be reached from these nodes without passing through a closed one. @param {Node[]} from @param {Node[]} closed */
export function reached(from, closed = []) {
  const seen = new Set(from);
  for (const node of seen) for (const used of node.uses) if (!closed.includes(used)) seen.add(used);
  return seen;
}
