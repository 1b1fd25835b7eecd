// @ts-check
//! The lab's engine in a worker thread of Node: the counterpart of static/engine/worker.js.

import { existsSync, mkdirSync, readFileSync, readdirSync, readSync, renameSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { loadPyodide } from "pyodide";
import { boot } from "../static/engine/engine.js";

const indexURL = fileURLToPath(new URL("node_modules/pyodide/", import.meta.url));
const python = fileURLToPath(new URL("../src/python/", import.meta.url));
const kept = fileURLToPath(new URL("../target/lab/", import.meta.url));

const names = readdirSync(python, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py")).sort();
const modules = Object.fromEntries(names.map((name) => [name, readFileSync(join(python, name), "utf8")]));
const digest = createHash("sha256").update(JSON.stringify(modules)).digest("hex").slice(0, 16);
const image = join(kept, `snapshot-0.29.5-${digest}.bin`);

// Pyodide instantiates its own program from bytes. It gets the one that all workers share.
const { instantiate } = WebAssembly;
WebAssembly.instantiate = /** @type {any} */ (async (bytes, imports) => {
  if (bytes instanceof WebAssembly.Module) return instantiate(bytes, imports);
  return { module: workerData.program, instance: await instantiate(workerData.program, imports) };
});

/** The engine, from the snapshot of an earlier boot if there is one. */
async function start() {
  const parts = { loadPyodide, indexURL, modules };
  if (workerData.plain) return boot(parts);
  if (existsSync(image)) {
    const engine = await boot({ ...parts, snapshot: new Uint8Array(readFileSync(image)) }).catch(() => undefined);
    if (engine) return engine;
  }
  const engine = await boot({ ...parts, takeSnapshot: true });
  mkdirSync(kept, { recursive: true });
  // Another process may do the same, so the file is written completely and then renamed.
  writeFileSync(`${image}.${process.pid}`, engine.snapshot);
  renameSync(`${image}.${process.pid}`, image);
  return engine;
}

/** A line of the standard input without its line end; null at the end of the input. */
function readLine() {
  const bytes = [];
  const byte = Buffer.alloc(1);
  for (;;) {
    let count = 0;
    try {
      count = readSync(0, byte, 0, 1, null);
    } catch (thrown) {
      const error = /** @type {NodeJS.ErrnoException} */ (thrown);
      if (error.code === "EAGAIN") continue;
      if (error.code !== "EOF") throw error;
    }
    if (count === 0) return bytes.length > 0 ? Buffer.from(bytes).toString() : null;
    if (byte[0] === 10) return Buffer.from(bytes).toString();
    bytes.push(byte[0]);
  }
}

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
const send = (message) => port.postMessage(message);
const engine = await start();
const bridge = {
  write: (text) => send({ lines: text }),
  ended: (how, text, line) => send({ ended: { how, text, line } }),
  at: (line) => send({ at: line }),
  input: (prompt) => {
    if (!workerData.asks) return readLine();
    send({ input: prompt });
    return undefined;
  },
};
port.on("message", (data) => {
  if (data.run) engine.run(data.run, bridge);
  if (data.check) send({ ...engine.check(data.check.source, data.check.main, data.check.notebook), number: data.check.number });
});
send({ ready: true });
