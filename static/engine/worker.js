// @ts-check
//! The lab's engine in a browser's worker: boots, reports that it is ready, and runs or checks programs.
//!
//! client.js creates this worker from a `blob:` URL that imports this file, so that it has the page's content security policy. It
//! gets its files from the page: the compiled program, the standard library and our Python files.

import { boot } from "./engine.js";

const send = (message) => postMessage(message);
let engine;

addEventListener("message", async ({ data }) => {
  try {
    if (data.boot) await start(data.boot);
    if (data.check) {
      const { number, source, main, notebook } = data.check;
      send({ ...engine.check(source, main, notebook), number });
    }
    if (data.run) engine.run(data.run, bridge);
  } catch (thrown) {
    const error = /** @type {Error} */ (thrown);
    send({ failed: String(error?.message ?? error) });
  }
});

const bridge = {
  write: (text) => send({ lines: text }),
  ended: (how, text, line) => send({ ended: { how, text, line } }),
  at: (line) => send({ at: line }),
  input: (prompt) => {
    send({ input: prompt });
    return undefined; // Abandons the run. The page will start another run, which has the answer.
  },
};

async function start({ base, cache, name, program, library, modules }) {
  const { loadPyodide } = await import(`${base}pyodide.mjs`);
  serve(program, library);
  const parts = { loadPyodide, indexURL: base, modules };
  const snapshot = await stored(cache, name);
  engine = snapshot && (await boot({ ...parts, snapshot }).catch(() => undefined));
  const how = engine ? "snapshot" : "plain";
  if (!engine) {
    engine = await boot({ ...parts, takeSnapshot: true });
    await store(cache, name, engine.snapshot);
  }
  lock();
  send({ ready: how });
}

// A browser may have no cache, as in some private windows. Then every boot is without a snapshot.
async function stored(cache, name) {
  try {
    const response = await (await caches.open(cache)).match(name);
    return response && new Uint8Array(await response.arrayBuffer());
  } catch {
    return undefined;
  }
}

/** Caches this version's snapshot and deletes all others. */
async function store(cache, name, snapshot) {
  try {
    const kept = await caches.open(cache);
    for (const request of await kept.keys()) await kept.delete(request);
    await kept.put(name, new Response(snapshot));
  } catch {
    return;
  }
}

/** Makes Pyodide find its two large files here instead of fetching them. */
function serve(program, library) {
  const ask = self.fetch;
  self.fetch = async (address, ...more) => {
    if (String(address).endsWith("/pyodide.asm.wasm")) return program;
    if (String(address).endsWith("/python_stdlib.zip")) return new Response(library);
    return ask(address, ...more);
  };
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (source, imports) => {
    const found = await source;
    if (!(found instanceof WebAssembly.Module)) return instantiate(found, imports);
    return { module: found, instance: await WebAssembly.instantiate(found, imports) };
  };
}

/** Removes the functions that send requests before a reader's program runs. The page's policy forbids requests too. */
function lock() {
  const doors = ["fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "WebTransport", "EventSource", "importScripts"];
  const stores = ["indexedDB", "caches", "BroadcastChannel", "Worker", "SharedWorker"];
  for (const name of [...doors, ...stores]) {
    Object.defineProperty(self, name, { value: undefined, configurable: false, writable: false });
  }
}
