// A page with only the lab's engine, with the real page's content security policy and service worker.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { writeDigests } from "../../tools/digests.mjs";
import { Page } from "../../tools/page.mjs";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { eventually } from "./visit.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const script = `
import { open } from "./engine/client.js";
self.states = [];
self.frames = 0;
const frame = () => (self.frames++, requestAnimationFrame(frame));
frame();
if (new URLSearchParams(location.search).has("worker")) {
  await navigator.serviceWorker.register("sw.js");
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
}
self.engine = open((state) => self.states.push(state));
self.start = (source, more = {}) => {
  self.log = "";
  self.ends = [];
  const request = { files: { "program.py": source }, main: "program.py", seed: 7, date: 1700000000, ...more };
  self.engine.run(request, (text) => (self.log += text), (end) => self.ends.push(end));
};
document.documentElement.dataset.ready = "";
`;

const html = (policy) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <title>Engine</title>
    <script type="module" src="./page.js" data-wasm="./page.js"></script>
  </head>
  <body><h1>Engine</h1></body>
</html>`;

/** Assembles the engine as the build does, serves it, and launches a browser; `visit` opens the page. */
export async function openEngine() {
  const folder = await mkdtemp(join(tmpdir(), "loopscope-engine-"));
  await promisify(execFile)("node", [join(root, "tools/python.mjs"), folder]);
  const index = await readFile(join(root, "index.html"), "utf8");
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(index);
  await writeFile(join(folder, "index.html"), html(policy));
  await writeFile(join(folder, "page.js"), script);
  await cp(join(root, "static/engine"), join(folder, "engine"), { recursive: true });
  for (const name of ["sw.js", "lab.js"]) await cp(join(root, "static", name), join(folder, name));
  const page = new Page(folder);
  writeDigests(page);
  page.write();
  const server = await serve({ root: folder });
  const browser = await launch();
  return {
    folder,
    server,
    /** Opens the page in a new context; `search` is `?worker` for a page with its service worker. */
    async visit({ search = "", prepare = async () => {}, waits = true } = {}) {
      const context = await browser.newContext({ serviceWorkers: search ? "allow" : "block" });
      const page = await context.newPage();
      await prepare(page, context);
      await page.goto(server.url + search);
      if (waits) await ready(page);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Waits until the engine can run programs. */
export async function ready(page) {
  const seen = () => page.evaluate(() => ({ ready: self.states?.some(({ kind }) => kind === "ready"), last: self.states?.at(-1) }));
  await eventually(seen, (states) => states.ready, "engine that is ready", 120_000);
}

/** Runs a program in the page to its end. */
export async function run(page, source, more) {
  await page.evaluate(([text, asked]) => self.start(text, asked), [source, more]);
  return ended(page);
}

/** The results of a run after its end. */
export async function ended(page, timeout = 120_000) {
  await page.waitForFunction(() => self.ends.length > 0, null, { timeout });
  return page.evaluate(() => ({ end: self.ends[0], log: self.log }));
}

/** Another host, which counts its requests. */
export async function openOther() {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(200, { "access-control-allow-origin": "*" });
    response.end("here");
  });
  server.on("upgrade", (request, socket) => {
    asked.push(request.url);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    asked,
    host: `localhost:${server.address().port}`,
    close: () => new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    }),
  };
}
