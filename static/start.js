// Starts the program, and loads the rest of it. Trunk would write the first into index.html itself, where the content security
// policy would need its hash anew for every build; so it is a file, and the build names the program's files in the
// attributes of its script element. There is a rest in a release build only (tools/split.mjs).
const { js, wasm, rest } = document.querySelector("script[data-wasm]").dataset;
const root = document.documentElement;
const at = (file) => new URL(file, document.baseURI).href;
/** Whether the browser remembers an earlier visit. The rest is kept since then, and what is remembered may need it. */
const remembers = () => {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("loopscope."));
  } catch {
    return false;
  }
};
/** What can be shown without the rest: the contents, and the scenario that a first visit is measured with. */
const isFirst = /^(#\/?|#\/s\/concurrent(\?speed=instant)?)?$/.test(location.hash) && !remembers();

let first = null; // what the first part exports
let coming = null;
let joined;
const here = new Promise((done) => (joined = done));

/** Joins the rest to the first part: it fills the table through which the first part calls it. */
const join = (module) => {
  if (!first.rest_is_here.value) new WebAssembly.Instance(module, { first });
  first.rest_is_here.value = 1;
  joined();
  delete root.dataset.rest;
};

const fetched = async () => {
  const response = await fetch(at(rest));
  if (!response.ok) throw new TypeError(`${rest}: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
};

/** The rest, for a function of the first part that is in the middle of something: there is no waiting for it. */
const fetchedAtOnce = () => {
  const request = new XMLHttpRequest();
  request.open("GET", at(rest), false);
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new TypeError(`${rest}: ${request.status}`);
  return new WebAssembly.Module(Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 0xff));
};

const soon = async () => {
  try {
    const module = await fetched();
    await started;
    join(module);
  } catch (error) {
    // The next who wants it tries again; until then the page says that it is missing.
    coming = null;
    root.dataset.rest = "failed";
    throw error;
  }
};

/** Gives a promise of the rest, and loads it if that is wanted: not (0), soon (1) or at once (2). The program calls this. */
self.loopscopeRest = (wanted) => {
  if (!rest) return Promise.resolve();
  if (wanted === 2) join(fetchedAtOnce());
  if (wanted === 1) coming ??= soon();
  return wanted === 1 ? coming : here;
};

const program = await import(at(js));
let start;
const started = new Promise((done) => (start = done));
/** Done when the program may show itself; it waits for this. */
self.loopscopeReady = () => ready;
const ready = isFirst ? started : Promise.all([started, self.loopscopeRest(1)]);
first = await program.default({ module_or_path: at(wasm) });
start();
await ready;
// Not before the program has shown itself.
setTimeout(() => {
  dispatchEvent(new CustomEvent("TrunkApplicationStarted"));
  const idle = self.requestIdleCallback ?? setTimeout;
  idle(() => self.loopscopeRest(1).catch(() => {}));
});
