// @ts-check
//! CPython in this thread: boots Pyodide with our Python modules, runs one program, and checks sources for syntax errors.
//!
//! The browser's worker (worker.js) and Node's (tools/lab_worker.mjs) share this file. An engine runs one program. Another run
//! needs a new engine, so that no run finds data of an earlier one.

/** The default limits of a run: see `run` in client.js. */
export const limits = { events: 500_000, output: 1_000_000, log: 64_000_000, time: 100_000, memory: 512, silence: 10 };

const folder = "/lab";
const page = 65_536; // bytes of a WebAssembly page
const flushAfter = 50; // milliseconds
const wake = 27; // SIGPROF, which programs of the course do not use
const questions = 32; // readings of the signal buffer between two readings of the clock, while CPython reads the buffer very often

/** A lock file without packages: `micropip` and `loadPackage` find nothing and send no request. */
const noPackages = {
  info: { arch: "wasm32", platform: "emscripten_4_0_9", version: "0.29.5", python: "3.13.2", abi_version: "2025_0" },
  packages: {},
};

/**
 * Boots an engine. `modules` are our Python files by path. `snapshot` is the memory of an earlier boot with the same modules. With
 * `takeSnapshot`, the engine also returns a snapshot; it can run programs all the same.
 *
 * @param {{ loadPyodide: Function, indexURL: string, modules: Record<string, string>, snapshot?: Uint8Array, takeSnapshot?: boolean }} parts
 */
export async function boot({ loadPyodide, indexURL, modules, snapshot, takeSnapshot = false }) {
  useUtc();
  const pyodide = await loadPyodide({
    indexURL,
    packageBaseUrl: indexURL,
    lockFileContents: structuredClone(noPackages),
    jsglobals: Object.create(null),
    env: { HOME: "/home/reader", PYTHONHASHSEED: "0", PYTHONINSPECT: "", TZ: "UTC", PYTHONDONTWRITEBYTECODE: "1" },
    stdin: () => undefined,
    stdout: () => {},
    stderr: () => {},
    ...(snapshot ? { _loadSnapshot: snapshot } : {}),
    ...(takeSnapshot ? { _makeSnapshot: true } : {}),
  });
  nameUtc(pyodide._module);
  putFiles(pyodide.FS, folder, modules);
  if (!snapshot) pyodide.runPython(`import sys; sys.path.append("${folder}"); sys.path.append("${folder}/stand_ins"); import loopscope_lab`);
  const image = takeSnapshot ? pyodide.makeMemorySnapshot() : undefined;
  const lab = pyodide.pyimport("loopscope_lab");
  return {
    snapshot: image,
    check: (source, main, notebook) => check(lab, source, main, notebook),
    run: (request, bridge) => run(pyodide, lab, request, bridge),
  };
}

/** Whether JavaScript's own stack was too small. An engine in which that happened must not be used again. */
const isOverflow = (error) => error instanceof RangeError || /call stack/.test(String(error?.message));

const tooDeep = {
  line: 1, column: 1, endLine: 1, endColumn: 2, severity: "error",
  title: "RecursionError:", message: "the program is nested more deeply than the browser's stack allows",
};

/** Checks a source. Returns its diagnostics, and whether the check has broken the engine. */
function check(lab, source, main, notebook) {
  try {
    return { checked: JSON.parse(lab.check(source, main, notebook)), broken: false };
  } catch (error) {
    if (!isOverflow(error)) throw error;
    return { checked: [tooDeep], broken: true };
  }
}

/**
 * Runs a program to its end. `bridge.write(text)` gets the log's lines. `bridge.ended(how, text, line)` gets the end as soon as it
 * is known. The optional `bridge.at(line)` gets the present line while the program computes. `bridge.input(prompt)` returns an answer,
 * `null` for the end of the input, or `undefined` to abandon the run.
 */
function run(pyodide, lab, request, bridge) {
  const asked = { ...limits, ...request.limits };
  const growth = limitMemory(asked.memory);
  const watch = watchTime(pyodide, asked.silence, bridge.at);
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const write = (bytes) => {
    watch.sign();
    const buffer = bytes.getBuffer("u8");
    const text = decoder.decode(buffer.data);
    buffer.release();
    bridge.write(text);
  };
  // Where Python calls JavaScript, Pyodide reports the first fatal error, and throws another one.
  let fatal;
  pyodide._api.on_fatal = (error) => (fatal ??= error);
  try {
    lab.run(JSON.stringify({ ...request, limits: asked }), write, bridge.ended, inputOf(bridge), watch.isSilent, growth.isFull);
  } catch (thrown) {
    const error = /** @type {Error} */ (fatal ?? thrown);
    // JavaScript's stack is limited too, and after an overflow the run cannot go on.
    if (isOverflow(error)) bridge.ended("limit", "recursion\tthe depth of recursion that the browser's stack allows", "");
    else bridge.ended("failed", String(error?.message ?? error), "");
  } finally {
    watch.end();
  }
}

/** `bridge.input` for Python, which does not tell null from undefined: false is the end of the input, true abandons the run. */
function inputOf(bridge) {
  return (prompt) => {
    const answer = bridge.input(prompt);
    return answer === undefined || (answer ?? false);
  };
}

/** Limits WebAssembly's memory to this number of megabytes. Beyond the limit, Python raises MemoryError. */
function limitMemory(megabytes) {
  const most = megabytes * 1024 * 1024;
  const { grow } = WebAssembly.Memory.prototype;
  let full = false;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * page > most) {
      full = true;
      throw new RangeError("the run's memory is full");
    }
    return grow.call(this, pages);
  };
  return { isFull: () => full };
}

/**
 * Wakes Python regularly while it computes. The signal's handler (loopscope_lab.py) sends the log and the present line, or ends a
 * run that has logged nothing for too long.
 */
function watchTime(pyodide, seconds, at = (/** @type {string} */ _) => {}) {
  let signed = performance.now();
  let woken = signed;
  const due = () => {
    const now = performance.now();
    if (now - woken < flushAfter) return false;
    woken = now;
    return true;
  };
  const release = sendSignals(pyodide, due);
  return {
    sign: () => (signed = performance.now()),
    isSilent(line) {
      at(line);
      return performance.now() - signed > seconds * 1000;
    },
    end: release,
  };
}

/**
 * Sends Python a signal whenever `due()`. CPython reads the signal buffer after every 50 jumps, and twice for each number that
 * it writes as text. So the buffer is a property that is undefined unless it has a signal, and most of its readings read no clock.
 */
function sendSignals(pyodide, due) {
  const module = pyodide._module;
  const signal = [0];
  let asked = performance.now();
  let left = 1;
  pyodide.setInterruptBuffer(signal);
  Object.defineProperty(module, "Py_EmscriptenSignalBuffer", {
    configurable: true,
    get() {
      if (signal[0] !== 0) return signal; // CPython reads it, then sets it to 0.
      left -= 1;
      if (left > 0) return undefined;
      const now = performance.now();
      left = now - asked < 1 ? questions : 1;
      asked = now;
      if (!due()) return undefined;
      signal[0] = wake;
      return signal;
    },
  });
  // After a fatal error, every use of `pyodide` itself is another error.
  return () => void delete module.Py_EmscriptenSignalBuffer;
}

/** Sets this thread's time zone to UTC, so that a run does not depend on the reader's time zone. */
function useUtc() {
  const Real = Date;
  for (const part of ["Date", "Day", "FullYear", "Hours", "Milliseconds", "Minutes", "Month", "Seconds"]) {
    Real.prototype[`get${part}`] = Real.prototype[`getUTC${part}`];
  }
  Real.prototype.getTimezoneOffset = () => 0;
  const Utc = class Date extends Real {
    /** @param {any} parts */
    constructor(...parts) {
      super(.../** @type {[any]} */ (parts.length > 1 ? [Real.UTC(.../** @type {[any]} */ (parts))] : parts));
    }
  };
  globalThis.Date = /** @type {DateConstructor} */ (/** @type {unknown} */ (Utc));
}

/** Names C's time zone as Linux does. Emscripten makes "UTC-0000" of it. */
function nameUtc({ HEAPU8, HEAPU32, _tzname }) {
  for (const place of [_tzname, _tzname + 4]) HEAPU8.set(new TextEncoder().encode("UTC\0"), HEAPU32[place / 4]);
}

function putFiles(files, folder, texts) {
  for (const [name, text] of Object.entries(texts)) {
    const path = `${folder}/${name}`;
    files.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    files.writeFile(path, text);
  }
}
