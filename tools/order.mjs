// @ts-check
// Orders the functions of a module by similarity, because gzip finds a repetition only within 32 KB (minhash of the bodies).

/** The number of consecutive bytes of a body that are one feature. */
const length = 5;
/** The number of hash functions. A body's signature has, for each of them, the least hash of the body's features. */
const hashes = 96;
/** The number of preceding bodies with which the next one is compared. */
const back = 6;
const codeSection = 10;

/**
 * The module, with names for its functions so that `--reorder-functions-by-name` puts them in the order of similarity.
 *
 * @param {Buffer} module without names
 */
export function namedByLikeness(module) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(module))).filter(({ kind }) => kind === "function").length;
  const names = likeAfterLike(bodiesOf(module)).map((index, place) => ({ index: imports + index, name: String(place).padStart(6, "0") }));
  names.sort((one, other) => one.index - other.index);
  const map = [...unsigned(names.length), ...names.flatMap(({ index, name }) => [...unsigned(index), name.length, ...Buffer.from(name)])];
  const section = [4, ...Buffer.from("name"), 1, ...unsigned(map.length), ...map];
  return Buffer.concat([module, Buffer.from([0, ...unsigned(section.length), ...section])]);
}

/**
 * The indexes of the bodies in the new order: the next body is the one most similar to the last ones.
 *
 * @param {Uint8Array[]} bodies
 */
function likeAfterLike(bodies) {
  const signs = bodies.map(signOf);
  const left = new Set(bodies.keys());
  /** @type {number[]} */
  const order = [];
  while (left.size > 0) {
    const last = order.slice(-back);
    let [next, most] = [-1, -1];
    for (const index of left) {
      const common = last.reduce((sum, other) => sum + inCommon(signs[index], signs[other]), 0);
      if (common > most) [next, most] = [index, common];
    }
    order.push(next);
    left.delete(next);
  }
  return order;
}

/** @param {Uint8Array} body */
function signOf(body) {
  const sign = new Uint32Array(hashes).fill(0xffffffff);
  for (let place = 0; place + length <= body.length; place += 1) {
    let hash = 2166136261;
    for (let byte = 0; byte < length; byte += 1) hash = Math.imul(hash ^ body[place + byte], 16777619);
    for (let which = 0; which < hashes; which += 1) {
      let other = Math.imul(hash ^ (which * 0x9e3779b9), 0x85ebca6b);
      other = Math.imul(other ^ (other >>> 13), 0xc2b2ae35) >>> 0;
      if (other < sign[which]) sign[which] = other;
    }
  }
  return sign;
}

/** @param {Uint32Array} one @param {Uint32Array} other */
function inCommon(one, other) {
  let count = 0;
  for (let which = 0; which < hashes; which += 1) if (one[which] === other[which]) count += 1;
  return count;
}

/**
 * The bodies of a module's functions.
 *
 * @param {Buffer} bytes
 */
function bodiesOf(bytes) {
  let place = 8;
  const number = () => {
    for (let [value, factor] = [0, 1]; ; factor *= 128) {
      const byte = bytes[place++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const next = () => {
    const length = number();
    place += length;
    return bytes.subarray(place - length, place);
  };
  while (bytes[place++] !== codeSection) next();
  number(); // the length of the section
  return Array.from({ length: number() }, next);
}

/** @param {number} number */
function unsigned(number) {
  const bytes = [];
  for (; number > 127; number >>>= 7) bytes.push((number & 127) | 128);
  return [...bytes, number];
}
