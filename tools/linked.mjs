// @ts-check
// Reads the linker's output, and finds the functions and data that can be reached without passing through certain functions.
//
// The linker is called with --emit-relocs (build.rs). Its output then has a list of all places in code and data that refer to a
// function or to data, and the address and the size of each. The format is described in WebAssembly's tool conventions, Linking.md.

import { Reader } from "./binary.mjs";

/** The kinds of symbols. */
const [functionKind, dataKind, sectionKind] = [0, 1, 3];
/** The types of relocations that refer to functions, those that refer to data, and those with an addend. */
const toFunction = new Set([0, 1, 2]);
const toData = new Set([3, 4, 5]);
const withAddend = new Set([3, 4, 5, 8, 9]);
/** The types of relocations that refer to types, globals, debug information and tables. */
const toOthers = new Set([6, 7, 8, 9, 13, 20]);
/** The flags of a symbol that is not defined in this file, and of one that has an explicit name nevertheless. */
const [undefinedFlag, explicitName] = [0x10, 0x40];
const symbolTable = 8;

/** @typedef {{ kind: number, name: string, index: number, length: number, address: number, size: number, uses: Symbol[] }} Symbol `length` is of code, `size` of data. */
/** @typedef {{ start: number, end: number }} Range */

/**
 * The symbols of the linker's output, each with the symbols that it uses; the exported functions (`roots`); the constant data.
 *
 * @param {Uint8Array} bytes
 */
export function readLinked(bytes) {
  const sections = new Reader(bytes, 8).sections();
  const at = (/** @type {string} */ name) => {
    const found = sections.get(name);
    if (!found) throw new Error(`the linker's output has no section ${name}: it needs --emit-relocs`);
    return new Reader(bytes, found.start, found.end);
  };
  const segments = at("data").segments();
  const symbols = symbolsOf(at("linking"), segments);
  const functions = new Map(symbols.filter(({ kind }) => kind === functionKind).map((symbol) => [symbol.index, symbol]));
  const bodies = at("code").bodies(at("import").importedFunctions());
  for (const { index, start, end } of bodies) Object.assign(functions.get(index) ?? {}, { length: end - start });
  connect(at("reloc.CODE"), symbols, functions, (place) => [functions.get(holder(bodies, place).index)]);
  const data = symbols.filter(({ kind, size }) => kind === dataKind && size > 0).sort((one, other) => one.address - other.address);
  connect(at("reloc.DATA"), symbols, functions, (place) => holders(data, addressOf(segments, place)));
  const exported = at("export").exportedFunctions().filter(({ name }) => !/^__wbindgen_describe/.test(name));
  const constants = bytes.subarray(sections.get("data").start + segments[0].start).subarray(0, segments[0].length);
  return { symbols, constants, roots: exported.map(({ index }) => functions.get(index)).filter((symbol) => symbol !== undefined) };
}

/**
 * The symbols that can be reached from the roots without passing through a function for whose name `closed` is true.
 *
 * @param {{ roots: Symbol[] }} linked
 * @param {(name: string) => boolean} closed
 */
export function reached({ roots }, closed) {
  const seen = new Set();
  const next = [...roots];
  for (let symbol = next.pop(); symbol; symbol = next.pop()) {
    if (seen.has(symbol) || (symbol.kind === functionKind && closed(symbol.name))) continue;
    seen.add(symbol);
    next.push(...symbol.uses);
  }
  return seen;
}

/**
 * @param {Reader} reader
 * @param {{ address: number }[]} segments
 */
function symbolsOf(reader, segments) {
  /** @type {Symbol[]} */
  const symbols = [];
  reader.unsigned(); // the version
  while (!reader.atEnd()) {
    const [kind, length] = [reader.byte(), reader.unsigned()];
    const end = reader.place + length;
    for (let left = kind === symbolTable ? reader.unsigned() : 0; left > 0; left -= 1) symbols.push(symbolOf(reader, segments));
    reader.place = end;
  }
  return symbols;
}

/**
 * @param {Reader} reader
 * @param {{ address: number }[]} segments
 * @returns {Symbol}
 */
function symbolOf(reader, segments) {
  const [kind, flags] = [reader.byte(), reader.unsigned()];
  const symbol = { kind, name: "", index: 0, length: 0, address: 0, size: 0, uses: [] };
  const isDefined = (flags & undefinedFlag) === 0;
  if (kind === dataKind) {
    const name = reader.name();
    if (!isDefined) return { ...symbol, name };
    const segment = segments[reader.unsigned()];
    return { ...symbol, name, address: segment.address + reader.unsigned(), size: reader.unsigned() };
  }
  const index = reader.unsigned();
  const isNamed = kind !== sectionKind && (isDefined || (flags & explicitName) !== 0);
  return { ...symbol, index, name: isNamed ? reader.name() : "" };
}

/**
 * For each relocation: adds the symbol to which it refers to the `uses` of the symbols that contain it.
 *
 * @param {Reader} reader
 * @param {Symbol[]} symbols
 * @param {Map<number, Symbol>} functions by their indices: several symbols can name one function
 * @param {(place: number) => (Symbol | undefined)[]} holdersOf
 */
function connect(reader, symbols, functions, holdersOf) {
  reader.unsigned(); // the section's index
  for (let left = reader.unsigned(); left > 0; left -= 1) {
    const [type, place, index] = [reader.byte(), reader.unsigned(), reader.unsigned()];
    if (withAddend.has(type)) reader.signed();
    if (toOthers.has(type)) continue;
    if (!toFunction.has(type) && !toData.has(type)) throw new Error(`a relocation of an unknown type, ${type}`);
    const found = holdersOf(place);
    if (found.length === 0) throw new Error(`no symbol has the relocation at ${place}`);
    const used = symbols[index];
    for (const symbol of found) symbol?.uses.push((toFunction.has(type) && functions.get(used.index)) || used);
  }
}

/** The address of a place in the data section. @param {{ address: number, start: number, length: number }[]} segments @param {number} place */
function addressOf(segments, place) {
  const segment = segments.find(({ start, length }) => place >= start && place < start + length);
  if (!segment) throw new Error(`no data at ${place}`);
  return segment.address + place - segment.start;
}

/** The last of these, in order, that starts at `place` or before. @template {Range} T @param {T[]} ranges @param {number} place */
function holder(ranges, place) {
  return ranges[lastAt(ranges.length, (index) => ranges[index].start <= place)];
}

/** How far back a symbol can begin that overlaps others: strings with a common end share their bytes. */
const overlaps = 64;

/** The data symbols with this address. @param {Symbol[]} data @param {number} address */
function holders(data, address) {
  const last = lastAt(data.length, (index) => data[index].address <= address);
  return data.slice(Math.max(0, last - overlaps), last + 1).filter((symbol) => address < symbol.address + symbol.size);
}

/** The last index for which this is true; it is true up to there. @param {number} count @param {(index: number) => boolean} isBefore */
function lastAt(count, isBefore) {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isBefore(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
