// @ts-check
// Starts the program. Trunk would put this code into index.html, where the content security policy would need a new hash for every
// build. So it is a file, and the build names the program's files in the attributes of its script element.
const { js, wasm } = /** @type {HTMLScriptElement} */ (document.querySelector("script[data-wasm]")).dataset;
const at = (/** @type {string | undefined} */ file) => new URL(file ?? "", document.baseURI).href;

/** Load the lab's editor (docs/editor.md), its engine (engine/client.js) and the exercises (docs/exercises.md). The program calls them when they
 * are opened. */
Object.assign(self, {
  loopscopeEditor: () => import(at("editor.js")),
  loopscopeExercises: () => import(at("exercises/panel.js")),
  loopscopeEngine: () => import(at("engine/client.js")),
});

try {
  const program = await import(at(js));
  await program.default({ module_or_path: at(wasm) });
  // After the program has been rendered.
  setTimeout(() => dispatchEvent(new CustomEvent("TrunkApplicationStarted")));
} catch (error) {
  dispatchEvent(new CustomEvent("loopscope-failed"));
  throw error;
}
