// @ts-check
// Before the first paint: applies the reader's language and colours, and handles a page that cannot start.
(() => {
  const root = document.documentElement;
  const remembered = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const asked = new URLSearchParams(location.hash.split("?")[1] ?? "");
  const language = [asked.get("lang"), remembered("loopscope.language"), ...navigator.languages]
    .map((code) => code?.slice(0, 2).toLowerCase())
    .find((code) => code === "en" || code === "fr");
  root.lang = language ?? "en";
  const theme = asked.get("theme") ?? remembered("loopscope.theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;

  // Starting

  const longest = 10_000; // milliseconds after which the page offers to reload
  /** The state of the history's entry after an automatic reload, where the reloaded page finds it. */
  const triedAgain = "loopscope tries again";

  root.dataset.boot = typeof WebAssembly === "object" ? "loading" : "no-wasm";
  const slow = setTimeout(() => {
    if (root.dataset.boot === "loading") root.dataset.boot = "slow";
  }, longest);
  const isStarting = () => ["loading", "slow"].includes(root.dataset.boot ?? "");

  /** Deletes the cached page, but only if the host answers: without a network, the reader would lose the page. */
  const drop = async () => {
    const signal = AbortSignal.timeout(longest);
    // The service worker passes a request of this kind to the host.
    const { ok } = await fetch(location.href, { method: "HEAD", cache: "no-store", signal });
    if (!ok) throw new TypeError("the host has no page");
    const ours = `loopscope ${new URL(".", document.baseURI).pathname} `;
    const names = (await self.caches?.keys()) ?? [];
    await Promise.all(names.filter((name) => name.startsWith(ours)).map((name) => caches.delete(name)));
    // The browser's own cache may contain the damaged file.
    const named = [...document.querySelectorAll("link[href], script[src]")].map((element) =>
      element instanceof HTMLLinkElement ? element.href : /** @type {HTMLScriptElement} */ (element).src,
    );
    await Promise.allSettled(named.map(async (file) => (await fetch(file, { cache: "reload", signal })).arrayBuffer()));
  };

  let failing = false;
  /** A page that cannot start reloads itself once; then it shows a message. */
  const failed = async () => {
    if (failing || !isStarting() || document.querySelector("#panic:not([hidden])")) return;
    failing = true;
    clearTimeout(slow);
    const isSecond = history.state === triedAgain;
    try {
      if (isSecond) throw new TypeError("it has tried again");
      await drop();
      history.replaceState(triedAgain, "");
      location.reload();
    } catch {
      if (isStarting()) root.dataset.boot = "failed";
    }
  };

  addEventListener("TrunkApplicationStarted", () => {
    clearTimeout(slow);
    if (isStarting()) root.dataset.boot = "started";
    if (history.state === triedAgain) history.replaceState(null, "");
  });
  addEventListener("loopscope-failed", failed);
  addEventListener("error", ({ target }) => target instanceof Element && failed(), true);
  // Following the link would change the text behind #, which is the page's address.
  addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-reload]")) {
      event.preventDefault();
      if (history.state === triedAgain) history.replaceState(null, "");
      location.reload();
    }
  });
})();
