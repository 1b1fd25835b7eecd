// @ts-check
// The parts of the network that need a script: the service worker, the lab server for a page without one, and a frame for each
// host that the reader allowed.
self.loopscopeNetwork = (() => {
  const patience = 3000; // milliseconds to wait for a worker that is being installed
  const base = new URL("api/", document.baseURI).href;
  const workers = (() => {
    try {
      return navigator.serviceWorker;
    } catch {
      return undefined; // a sandboxed frame may not read this property
    }
  })();
  const root = document.documentElement;

  /** Registers the service worker and waits until it controls this page; false if none can run. */
  const takeOver = async () => {
    try {
      if (!workers) return false;
      await workers.register(new URL("sw.js", document.baseURI));
      if (workers.controller) return true;
      const taken = new Promise((done) => workers.addEventListener("controllerchange", () => done(true), { once: true }));
      // A reload with Shift bypasses the worker. It takes control again when asked to.
      (await workers.ready).active?.postMessage("claim");
      return await taken;
    } catch {
      return false;
    }
  };
  // Registers the worker after the program has started, so that the first visit does not wait for it.
  const taken = new Promise((done) => {
    addEventListener("TrunkApplicationStarted", () => done(takeOver()), { once: true });
  });

  /** Whether a service worker answers below `api/`: now, or as soon as it controls the page. */
  /** @type {Promise<boolean> | null} */
  let waiting = null;
  const worker = () => {
    if (workers?.controller) return Promise.resolve(true);
    waiting ??= Promise.race([taken, new Promise((done) => setTimeout(done, patience, false))]);
    return waiting;
  };

  /** Asks the worker to cache these files too, so that the program can load them later without a network. */
  const keep = async (paths) => {
    if (!(await taken)) return;
    workers?.controller?.postMessage({ keep: paths.map((path) => new URL(path, document.baseURI).href) });
  };
  // Files that were loaded before the worker ran did not pass through it.
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

  /** The lab server's answer without a worker. The value of its marker is `page`. */
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

  /** Sends a request to another host. This document's policy forbids it; the policy of a frame for that host allows it. */
  const away = async (address, signal) => {
    const { fetch } = await frameFor(new URL(address).origin);
    signal.throwIfAborted();
    return fetch(address, { signal, mode: "cors", credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
  };

  // A new version of the page: the worker lists its files, and this page's program is not among them.
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
