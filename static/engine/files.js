// @ts-check
//! Downloads the engine's files from the page's host, and reports the bytes received.

/**
 * The files that a worker needs to boot, with their version. `manifest.json`, which the build writes, has each file's length. The
 * length is needed to find an incomplete download, since a compressed answer has no length of its own.
 *
 * @param {string} base the address that contains `python/`
 * @param {(received: number, total: number) => void} onprogress
 */
export async function load(base, onprogress) {
  const stop = new AbortController();
  const cuts = []; // Chromium reports "Failed to fetch" for a stream that fails with a reason of its own.
  try {
    return await loaded(base, onprogress, stop.signal, cuts);
  } catch (error) {
    stop.abort(); // The other downloads are not needed any more.
    throw cuts[0] ?? error;
  }
}

async function loaded(base, onprogress, signal, cuts) {
  const at = (name) => `${base}python/${name}`;
  const { version, files } = await (await asked(at("manifest.json"), signal)).json();
  const total = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
  let received = 0;
  const came = (bytes) => signal.aborted || onprogress((received += bytes), total);
  onprogress(0, total);
  const get = async (name) => counted(await asked(at(name), signal), { bytes: files[name], name, came, cuts });
  const sources = Object.keys(files).filter((name) => name.endsWith(".py"));
  const [program, library, , ...texts] = await Promise.all([
    get("pyodide.asm.wasm").then((response) => WebAssembly.compileStreaming(response)),
    get("python_stdlib.zip").then((response) => response.arrayBuffer()),
    // Loaded for the browser's cache: the worker imports them.
    Promise.all(["pyodide.asm.js", "pyodide.mjs"].map((name) => get(name).then((response) => response.arrayBuffer()))),
    ...sources.map((name) => get(name).then((response) => response.text())),
  ]);
  const modules = Object.fromEntries(sources.map((name, place) => [name, texts[place]]));
  const name = at(`snapshot-${version}`);
  return { base, cache: `lab ${new URL(base).pathname}`, name, program, library, modules, kept: ["manifest.json", ...Object.keys(files)].map(at) };
}

async function asked(address, signal) {
  const response = await fetch(address, { signal });
  // A host may answer every path with its index.html.
  if (!response.ok || /html/.test(response.headers.get("content-type") ?? "")) throw new TypeError(`${address}: ${response.status}`);
  return response;
}

/** The same answer. It reports the bytes received, and fails if some are missing. */
function counted(response, { bytes, name, came, cuts }) {
  let left = bytes;
  const count = new TransformStream({
    transform(chunk, stream) {
      left -= chunk.length;
      came(chunk.length);
      stream.enqueue(chunk);
    },
    flush(stream) {
      if (left === 0) return;
      cuts.push(new TypeError(`${name}: ${bytes - left} of ${bytes} bytes came`));
      stream.error(cuts[0]);
    },
  });
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(response.body.pipeThrough(count), { headers: { "content-type": type } });
}
