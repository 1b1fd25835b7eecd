// @ts-check
// What the program needs of the network and cannot have without a script: the service worker, the lab server for a page
// that has no worker, and a frame of its own for each host that the reader allowed.
self.loopscopeNetwork = (() => {
  const patience = 3000; // milliseconds for a worker that is being installed
  const base = new URL("api/", document.baseURI).href;
  const workers = (() => {
    try {
      return navigator.serviceWorker;
    } catch {
      return undefined; // a sandboxed frame may not even ask
    }
  })();
  const root = document.documentElement;

  /** Registers the worker and waits until it has this page; false where none can run. */
  const takeOver = async () => {
    try {
      if (!workers) return false;
      await workers.register(new URL("sw.js", document.baseURI));
      if (workers.controller) return true;
      const taken = new Promise((done) => workers.addEventListener("controllerchange", () => done(true), { once: true }));
      // A reload with Shift goes past the worker; it comes back when it is asked.
      (await workers.ready).active?.postMessage("claim");
      return await taken;
    } catch {
      return false;
    }
  };
  // After the program, so that the first visit does not wait for it.
  const taken = new Promise((done) => {
    addEventListener("TrunkApplicationStarted", () => done(takeOver()), { once: true });
  });

  /** Whether a worker answers below `api/`: now, or as soon as it has taken the page over. */
  /** @type {Promise<boolean> | null} */
  let waiting = null;
  const worker = () => {
    if (workers?.controller) return Promise.resolve(true);
    waiting ??= Promise.race([taken, new Promise((done) => setTimeout(done, patience, false))]);
    return waiting;
  };

  /** Has the worker keep these files, too: the program asks for them when a reader does, perhaps without network. */
  const keep = async (paths) => {
    if (!(await taken)) return;
    workers?.controller?.postMessage({ keep: paths.map((path) => new URL(path, document.baseURI).href) });
  };
  // What came before there was a worker went past it.
  taken.then(() => keep(performance.getEntriesByType("resource").map(({ name }) => name)));

  /** @type {Promise<any> | null} */
  let lab = null;
  const load = () =>
    (lab ??= new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL("lab.js", document.baseURI).href;
      script.onload = () => done(self.loopscopeLab);
      script.onerror = () => {
        lab = null;
        failed(new TypeError("the lab server could not be loaded"));
      };
      document.head.append(script);
    }));

  /** The lab's answer without a worker; its marker says so. */
  const inPage = async (path, signal) => {
    const { fetchInPage, marker } = await load();
    const response = await fetchInPage(path, base, signal);
    if (response.type !== "error") response.headers.set(marker, "page");
    return response;
  };

  const frames = new Map();
  const frameFor = (origin) => {
    if (!frames.has(origin)) {
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.src = new URL(`away.html#${origin}`, document.baseURI).href;
      const loaded = new Promise((done) => frame.addEventListener("load", () => done(frame.contentWindow), { once: true }));
      frames.set(origin, loaded);
      document.body.append(frame);
    }
    return frames.get(origin);
  };

  /** A request to another host. This document may ask none; a frame whose policy names that one host does. */
  const away = async (address, signal) => {
    const { fetch } = await frameFor(new URL(address).origin);
    signal.throwIfAborted();
    return fetch(address, { signal, mode: "cors", credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
  };

  // A new version of the page: the worker says which files it consists of, and this page's own program is not one.
  workers?.addEventListener("message", ({ data }) => {
    const own = /** @type {HTMLScriptElement | null} */ (document.querySelector("script[data-wasm]"))?.dataset.js;
    if (own && Array.isArray(data?.files) && !data.files.includes(new URL(own, document.baseURI).href)) root.dataset.update = "there";
  });
  addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-later]")) delete root.dataset.update;
  });
  let asked = 0;
  addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < 60_000) return;
    asked = Date.now();
    workers?.controller?.postMessage("is there a new version?");
  });

  return { worker, keep, inPage, away };
})();
