// @ts-check
// Starts the program and loads its parts. The build puts this code into index.html (tools/inline.mjs), and names the program's files in the
// attributes of its script element.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { js = "", wasm = "" } = script.dataset;
  const at = (/** @type {string} */ file) => new URL(file, document.baseURI).href;

  const compiled = async (/** @type {string} */ file, /** @type {RequestCache} */ cache = "default") => {
    const response = await fetch(at(file), { cache });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    const hasType = response.headers.get("content-type") === "application/wasm";
    const streams = hasType && "compileStreaming" in WebAssembly;
    return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  };

  // Parts

  const isWhole = !script.hasAttribute("data-part-lab");
  /** The files of a part of the program (tools/parts.mjs). Only a release build has parts. */
  const filesOf = (/** @type {string} */ part) => {
    const files = script.getAttribute(`data-part-${part}`);
    if (files === null && !isWhole) throw new Error(`there is no part ${part}`);
    return files?.split(" ") ?? [];
  };

  let start = (/** @type {any} */ _exports) => {};
  /** @type {Promise<any>} The exports of the program. */
  const started = new Promise((done) => (start = done));

  /** @type {Map<string, WebAssembly.Module>} The compiled files that wait for the program. */
  const waiting = new Map();
  /** @type {Set<string>} The loaded files. */
  const loaded = new Set();

  const load = async (/** @type {string} */ file) => {
    // The browser's cache may have a damaged copy.
    const module = await compiled(file).catch((error) => {
      if (error instanceof WebAssembly.CompileError) return compiled(file, "reload");
      throw error;
    });
    if (loaded.has(file)) return;
    waiting.set(file, module);
    const program = await started;
    if (!waiting.delete(file)) return;
    await WebAssembly.instantiate(module, { program });
    loaded.add(file);
  };

  /** @type {Map<string, Promise<void>>} The loads that have not ended yet. */
  const loads = new Map();
  /** Loads a file that is not loaded, or returns its load under way. `anew` starts another load, since the former may never end. */
  const loadOnce = (/** @type {string} */ file, /** @type {boolean} */ anew) => {
    const former = anew ? undefined : loads.get(file);
    if (former || loaded.has(file)) return former;
    const begun = load(file).finally(() => loads.get(file) === begun && loads.delete(file));
    loads.set(file, begun);
    return begun;
  };
  const part = async (/** @type {string} */ name, /** @type {boolean} */ anew) => {
    await Promise.all(filesOf(name).map((file) => loadOnce(file, anew)));
  };

  /** Takes the program's exports, and instantiates the files that are compiled by now, so that the first render has them. */
  const begin = (/** @type {any} */ program) => {
    for (const [file, module] of waiting) {
      try {
        new WebAssembly.Instance(module, { program });
      } catch {
        continue; // A browser may allow this only asynchronously, as `load` does it.
      }
      waiting.delete(file);
      loaded.add(file);
    }
    start(program);
  };

  /** The parts that the page will need at this address (src/app/page/parts.rs). A wrong part costs only time. */
  const expected = () => {
    const [path, query] = location.hash.slice(1).split("?");
    const [, room, name] = path.split("/");
    if (path === "/lab" || room === "e") return ["lab", "tab", "prediction", "gain"];
    if (room === "read") return ["reading"];
    const program = `program-${name}`;
    if (room !== "s" || !script.hasAttribute(`data-part-${program}`)) return ["welcome", "program-sequential", "program-concurrent"];
    const { tab, predict, compare } = Object.fromEntries(new URLSearchParams(query));
    const opened = /^(log|explanation|table|output)$/.test(tab) ? "tab" : tab === "code" ? "code" : [];
    const asked = predict === "1" ? "prediction" : compare === "1" ? "gain" : [];
    return [program, opened, asked].flat();
  };

  // The start

  /** Functions that the program calls. They take its exports, say whether a part is loaded, and load a part, the lab's editor
   * (docs/editor.md), the exercises (docs/exercises.md) or the engine (engine/client.js). */
  Object.assign(self, {
    loopscopeBegin: begin,
    loopscopeHas: (/** @type {string} */ name) => filesOf(name).every((file) => loaded.has(file)),
    loopscopePart: part,
    loopscopeEditor: () => import(at("editor.js")),
    loopscopeExercises: () => import(at("exercises/panel.js")),
    loopscopeEngine: () => import(at("engine/client.js")),
  });

  const run = async () => {
    const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done));
    const [program, module] = await Promise.all([import(at(js)), compiled(wasm), parsed]);
    await program.default({ module_or_path: module });
    // Waits until the program has rendered.
    setTimeout(() => dispatchEvent(new CustomEvent("TrunkApplicationStarted")));
  };
  run().catch((error) => {
    dispatchEvent(new CustomEvent("loopscope-failed"));
    throw error;
  });
  // If one of these fails, the page asks for it again.
  if (!isWhole) for (const name of expected()) part(name, false).catch(() => {});
})();
