// @ts-check
//! The lab's engine for tests, benches and command line in Node: workers with one run each, as in static/engine/client.js.

import { readFile } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import { limits } from "../static/engine/engine.js";
import { Run } from "../static/engine/run.js";

const source = new URL("lab_worker.mjs", import.meta.url);

/** Pyodide's program, compiled once for all workers, as in the page (static/engine/files.js). What V8 has optimized in it stays so. */
export const program = readFile(new URL("node_modules/pyodide/pyodide.asm.wasm", import.meta.url)).then((bytes) => WebAssembly.compile(bytes));

/** A worker thread with the API of a browser's worker. */
class Port {
  constructor(program, options) {
    /** @type {((event: any) => void) | null} */
    this.onmessage = null;
    /** @type {((error: any) => void) | null} */
    this.onerror = null;
    this.thread = new Worker(source, { workerData: { ...options, program }, stdin: false, resourceLimits: { stackSizeMb: options.stack } });
    this.thread.on("message", (data) => this.onmessage?.({ data }));
    this.thread.on("error", (error) => this.onerror?.(error));
  }

  postMessage(message) {
    this.thread.postMessage(message);
  }

  terminate() {
    return this.thread.terminate();
  }
}

function booted(port) {
  return new Promise((done, failed) => {
    port.onmessage = () => done(port);
    port.onerror = failed;
  });
}

export class Lab {
  /**
   * @param {{ asks?: boolean, plain?: boolean, stack?: number }} [options] `asks`: `input` is answered by `answer`, not by the
   * standard input; `stack`: megabytes of the thread's stack
   */
  constructor(options = {}) {
    this.options = options;
    /** @type {Promise<Port> | null} */
    this.spare = null;
    /** @type {Run | null} */
    this.current = null;
  }

  /** A booted worker that has not run a program. */
  prepare() {
    this.spare ??= program.then((compiled) => booted(new Port(compiled, this.options)));
    return this.spare;
  }

  /**
   * Runs a request to its end; `oninput(prompt)` returns the answer to an `input`, or null.
   *
   * @param {any} request
   * @param {(lines: string) => void} [onbatch]
   * @param {(prompt: string) => string | null} [oninput]
   * @returns {Promise<any>}
   */
  async run(request, onbatch = () => {}, oninput = () => null) {
    return new Promise((done, failed) => {
      const ended = (end) => {
        if (end.how !== "input") return done(end);
        run.takes(oninput(end.text));
        give();
      };
      const run = (this.current = new Run(request, { ...limits, ...request.limits }, onbatch, ended));
      const give = async () => {
        const port = await this.prepare().catch(failed);
        this.spare = null;
        if (!port) return;
        if (!run.over) run.use(port, () => {});
        else port.terminate();
      };
      give();
    });
  }

  stop() {
    this.current?.stop();
  }

  async check(source, main = "program.py", notebook = false) {
    const port = await this.prepare();
    return new Promise((done) => {
      port.onmessage = ({ data }) => {
        if (data.broken) {
          port.terminate();
          this.spare = null;
        }
        done(data.checked);
      };
      port.postMessage({ check: { number: 1, source, main, notebook } });
    });
  }

  /** Terminates the booted worker that has not run a program. */
  async close() {
    const port = await this.spare;
    this.spare = null;
    await port?.terminate();
  }
}

/** Decodes a text of the log. */
export function unescaped(text) {
  const plain = { t: "\t", n: "\n", r: "\r" };
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, code, letter) => (code ? String.fromCodePoint(parseInt(code, 16)) : (plain[letter] ?? letter)));
}

/** The program's standard output, from lines of the log. */
export function printed(lines) {
  const fields = lines.split("\n").map((line) => line.split("\t"));
  return fields.filter(([, , , kind, stream]) => kind === "printed" && stream === "out").map(([, , , , , text]) => unescaped(text)).join("");
}

/** The text after the output of a program that failed or was stopped. */
export function ending({ how, text }) {
  if (how === "raised" || how === "stuck") return `--- stderr\n${text}${text.endsWith("\n") ? "" : "\n"}`;
  return how === "limit" || how === "failed" ? `--- stderr\nstopped: ${text.replace("\t", ": ")}\n` : "";
}
