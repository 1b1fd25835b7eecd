//! Downloads the engine's files from the page's own host, and says how many bytes have come.

/**
 * What a worker needs to boot, under the version of these files. `manifest.json`, which the build writes, says how long each
 * file is: a host that compresses does not, and a download that was cut is shorter.
 *
 * @param {string} base where `python/` lies
 * @param {(received: number, total: number) => void} onprogress
 */
export async function load(base, onprogress) {
  const at = (name) => `${base}python/${name}`;
  const { version, files } = await (await asked(at("manifest.json"))).json();
  const total = Object.values(files).reduce((sum, bytes) => sum + bytes, 0);
  let received = 0;
  const came = (bytes) => onprogress((received += bytes), total);
  onprogress(0, total);
  const get = async (name) => counted(await asked(at(name)), files[name], name, came);
  const sources = Object.keys(files).filter((name) => name.endsWith(".py"));
  const [program, library, , ...texts] = await Promise.all([
    get("pyodide.asm.wasm").then((response) => WebAssembly.compileStreaming(response)),
    get("python_stdlib.zip").then((response) => response.arrayBuffer()),
    // Not used here: the worker imports them, and the browser has them then.
    Promise.all(["pyodide.asm.js", "pyodide.mjs"].map((name) => get(name).then((response) => response.arrayBuffer()))),
    ...sources.map((name) => get(name).then((response) => response.text())),
  ]);
  const modules = Object.fromEntries(sources.map((name, place) => [name, texts[place]]));
  return { base, cache: `lab ${new URL(base).pathname}`, name: at(`snapshot-${version}`), program, library, modules };
}

async function asked(address) {
  const response = await fetch(address);
  // A host may answer every path with its index.html.
  if (!response.ok || /html/.test(response.headers.get("content-type"))) throw new TypeError(`${address}: ${response.status}`);
  return response;
}

/** The same answer, which tells how many bytes come and fails where some are missing. */
function counted(response, bytes, name, came) {
  let left = bytes;
  const count = new TransformStream({
    transform(chunk, stream) {
      left -= chunk.length;
      came(chunk.length);
      stream.enqueue(chunk);
    },
    flush(stream) {
      if (left !== 0) stream.error(new TypeError(`${name}: ${bytes - left} of ${bytes} bytes came`));
    },
  });
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(response.body.pipeThrough(count), { headers: { "content-type": type } });
}
