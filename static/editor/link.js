// @ts-check
// Packs a program for an address: compressed by the browser's deflate, in base64url. A single file `program.py` is packed as its text,
// other files as names and texts, each after a zero byte, which no program contains.

import { pythonTwoLine } from "./open.js";

/** The most characters of a packed program. A longer program must be sent as a file. */
export const longestLink = 30 * 1024;
/** The most characters of a program from a link: a short link can decompress to a very long text. */
export const longestText = 1024 * 1024;

const named = (code) => Object.assign(new Error(code), { code });

/**
 * Encodes a program for `code=`.
 *
 * @param {string} text
 * @returns {Promise<string>} rejects with `code` "too_long" if the link would be longer than `longestLink`
 */
export async function encode(text) {
  const packed = await all(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  const link = base64url(packed);
  if (link.length > longestLink) throw named("too_long");
  return link;
}

/**
 * Decodes the program of a `code=`.
 *
 * @param {string} link
 * @returns {Promise<string>} rejects with `code` "too_long" or "broken"
 */
export async function decode(link) {
  if (link.length > longestLink) throw named("too_long");
  if (!/^[\w-]+$/.test(link)) throw named("broken");
  try {
    const bytes = Uint8Array.from(atob(link.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const plain = await all(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")), longestText);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(plain);
  } catch (error) {
    throw /** @type {{ code?: string }} */ (error)?.code === "too_long" ? error : named("broken");
  }
}

/** The name of a file that is packed without its name. */
const plainName = "program.py";
const separator = "\0";

/**
 * Packs all files of a program for `code=`, the main file first.
 *
 * @param {{ name: string, text: string }[]} files
 * @returns {Promise<string>} rejects as `encode`, and with `code` "binary" if a text has a zero byte
 */
export async function pack(files) {
  if (files.some(({ text }) => text.includes(separator))) throw named("binary");
  const [first] = files;
  const isPlain = files.length === 1 && first.name === plainName;
  return encode(isPlain ? first.text : files.map(({ name, text }) => separator + name + separator + text).join(""));
}

/**
 * Unpacks the files of a `code=`.
 *
 * @param {string} link
 * @returns {Promise<{ files: { name: string, text: string }[], notes: { code: string, line?: number }[] }>} rejects as `decode`
 */
export async function unpack(link) {
  const files = filesOf(await decode(link));
  const line = pythonTwoLine(files[0].text);
  return { files, notes: line ? [{ code: "python2", line }] : [] };
}

function filesOf(text) {
  if (!text.startsWith(separator)) return [{ name: plainName, text }];
  const parts = text.slice(1).split(separator);
  const files = parts.flatMap((name, index) => (index % 2 === 0 ? [{ name, text: parts[index + 1] }] : []));
  const names = new Set(files.map(({ name }) => name));
  const areGood = parts.length % 2 === 0 && names.size === files.length && files.every(({ name }) => /^[^\\/\n]{1,100}$/.test(name));
  if (!areGood) throw named("broken");
  return files;
}

/** All bytes of a stream; rejects with "too_long" if there are more than `most`. */
async function all(stream, most) {
  const parts = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      throw named("too_long");
    }
    parts.push(next.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function base64url(bytes) {
  let letters = "";
  for (let from = 0; from < bytes.length; from += 8192) letters += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
