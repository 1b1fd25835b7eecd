// @ts-check
// Starts the program. By default Trunk puts this code into index.html, where the content security policy would need its hash for every
// build. So it is a file, and the build names the program's files in the attributes of its script element.
const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-wasm]"));
const { js, wasm } = script.dataset;
const at = (/** @type {string | undefined} */ file) => new URL(file ?? "", document.baseURI).href;

let start = (/** @type {any} */ _exports) => {};
/** @type {Promise<any>} The exports of the program. */
const started = new Promise((done) => (start = done));

const isWhole = !script.hasAttribute("data-part-lab");
/** Loads a part of the program (tools/parts.mjs). Only a release build has parts. */
const load = async (/** @type {string} */ name) => {
  if (isWhole) return;
  const file = script.getAttribute(`data-part-${name}`);
  if (file === null) throw new Error(`there is no part ${name}`);
  if (file === "") return; // A small scenario is within its chapter's part.
  const compiled = async (/** @type {RequestCache} */ cache) => {
    const response = await fetch(at(file), { cache });
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return WebAssembly.compile(await response.arrayBuffer());
  };
  // The browser's cache may have a damaged copy.
  const module = await compiled("default").catch((error) => {
    if (error instanceof WebAssembly.CompileError) return compiled("reload");
    throw error;
  });
  await WebAssembly.instantiate(module, { program: await started });
};

/** @type {Map<string, Promise<void>>} The loads that have not ended yet. */
const loads = new Map();
/** Loads a part, or returns its load that has not ended yet. `anew` starts a new one, since the former may never end. */
const part = (/** @type {string} */ name, /** @type {boolean} */ anew) => {
  const former = anew ? undefined : loads.get(name);
  if (former) return former;
  const begun = load(name).finally(() => loads.get(name) === begun && loads.delete(name));
  loads.set(name, begun);
  return begun;
};

/** Functions that load a part of the program, the lab's editor (docs/editor.md), its engine (engine/client.js) and the exercises
 * (docs/exercises.md). The program calls them when the reader opens these. */
Object.assign(self, {
  loopscopePart: part,
  loopscopeEditor: () => import(at("editor.js")),
  loopscopeExercises: () => import(at("exercises/panel.js")),
  loopscopeEngine: () => import(at("engine/client.js")),
});

try {
  const program = await import(at(js));
  start(await program.default({ module_or_path: at(wasm) }));
  // After the program has been rendered.
  setTimeout(() => dispatchEvent(new CustomEvent("TrunkApplicationStarted")));
} catch (error) {
  dispatchEvent(new CustomEvent("loopscope-failed"));
  throw error;
}
