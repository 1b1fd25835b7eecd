// Before the first paint: the language and colours that the reader chose; and what to show if the page cannot start.
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

  root.dataset.boot = typeof WebAssembly === "object" ? "loading" : "no-wasm";
  // A page whose program cannot be loaded says so, until it has started.
  const failed = () => {
    if (root.dataset.boot === "loading") root.dataset.boot = "failed";
  };
  addEventListener("TrunkApplicationStarted", () => {
    if (root.dataset.boot === "loading") root.dataset.boot = "started";
  });
  // A link to nowhere would lose what stands behind # in the address.
  addEventListener("click", (event) => {
    if (event.target.closest?.("[data-reload]")) {
      event.preventDefault();
      location.reload();
    }
  });
  addEventListener("unhandledrejection", failed);
  addEventListener("error", failed, true);
})();
