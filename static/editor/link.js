// A program in an address: compressed by the browser's deflate, encoded as base64url.

/** The most characters of a link's program, compressed and encoded. A longer program has to be a file. */
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
    throw error.code === "too_long" ? error : named("broken");
  }
}

/** All bytes of a stream; rejects if there are more than `most`. */
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
