// Runs programs on the lab's engine in a page with the real page's policy: limits, Stop, other hosts, no network, and memory.

import assert from "node:assert/strict";
import { truncate, writeFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "node:test";
import { ended, openEngine, openOther, ready, run } from "./engine-page.mjs";
import { eventually } from "./visit.mjs";

const site = await openEngine();
after(site.close);

const before = "import asyncio\nprint('before')\n";
const plain = `${before}async def main():\n    await asyncio.sleep(1)\n    print("done")\nasyncio.run(main())`;

/** Programs that never end, the limit that stops each, and the lines at which it may be stopped. */
const endless = {
  "a loop that does nothing": ["while True: pass", /^silence\t/, "3"],
  "endless print": ["while True: print('x')", /^(events|output)\t/, "3"],
  "a list without end": ["[0] * 10**10", /^memory\t/, "3"],
  "memory filled bit by bit": ["a = []\nwhile True: a.append(bytes(10**6))", /^memory\t/, "4"],
  "an endless loop of awaits": ["async def main():\n    while True: await asyncio.sleep(1)\nasyncio.run(main())", /^time\t/, "5"],
  "a loop that catches BaseException": [
    "while True:\n    try:\n        while True: pass\n    except BaseException: pass", /^silence\t/, "5"],
  "awaits that catch BaseException": [
    "async def main():\n    while True:\n        try:\n            await asyncio.sleep(1)\n        except BaseException: pass\nasyncio.run(main())", /^time\t/, "8"],
  "tasks that make tasks": [
    "async def more():\n    while True:\n        asyncio.create_task(more())\n        await asyncio.sleep(0)\nasyncio.run(more())", /^events\t/, "5|6|7"],
  "one operation that never ends": ["sum(range(10**12))", /^silence\t/, ""],
};
const tight = { limits: { events: 20_000, time: 600, silence: 2 } };

test("every endless program is stopped by a limit, with its name and line, and the next run works", async () => {
  const page = await site.visit();
  for (const [name, [source, limit, line]] of Object.entries(endless)) {
    const { end, log } = await run(page, before + source, tight);
    assert.equal(end.how, "limit", name);
    assert.match(end.text, limit, name);
    assert.match(end.line, new RegExp(`^(${line})$`), name);
    assert.match(log, /printed\tout\tbefore\\n/, name);
    assert.match(log.trimEnd().split("\n").at(-1), /\tend\tlimit\t/, name);
  }
  const { end } = await run(page, plain);
  assert.equal(end.how, "done");
  await page.context().close();
});

test("endless recursion is a Python error, even where C calls C", async () => {
  const page = await site.visit();
  const programs = [
    "def f(): f()\nf()",
    "class A:\n    def __repr__(self): return repr(self)\nrepr(A())",
    "def f(x): return sorted([1, 2], key=f)\nf(1)",
    "import re\ndef f(m): return re.sub('a', f, 'a')\nf(1)",
    "import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()",
    "async def f(): await f()\nasyncio.run(f())",
  ];
  for (const source of programs) {
    const { end } = await run(page, before + source);
    assert.equal(end.how, "raised", source);
    assert.match(end.text, /RecursionError: maximum recursion depth exceeded/, source);
  }
  // Here the browser's stack may be full before Python's limit is reached.
  for (const source of ["text = 'exec(text)'\nexec(text)", "class A:\n    def __getattr__(self, name): return getattr(self, name)\nA().x"]) {
    const { end } = await run(page, before + source);
    assert.match(`${end.how} ${end.text}`, /^limit recursion\t|^raised [^]*RecursionError/, source);
  }
  await page.context().close();
});

test("Stop ends every endless program within a second, keeps its log, and the page continues to paint", async () => {
  const page = await site.visit();
  for (const [name, [source]] of Object.entries(endless)) {
    if (name.startsWith("a list") || name.startsWith("memory")) continue; // These end before they can be stopped.
    await page.evaluate((text) => self.start(text, { limits: { events: 1e9, output: 1e9, time: 1e9, silence: 60 } }), before + source);
    await page.waitForFunction(() => self.log.includes("before"));
    const seen = await page.evaluate(async () => {
      const from = self.frames;
      await new Promise((done) => setTimeout(done, 300));
      const frames = self.frames - from;
      const began = performance.now();
      self.engine.stop();
      return { frames, took: performance.now() - began, ends: self.ends, log: self.log.slice(0, 500), last: self.log.slice(-40) };
    });
    assert.ok(seen.frames > 3, `${name}: ${seen.frames} frames in 300 ms`);
    assert.ok(seen.took < 1000, `${name}: ${seen.took} ms`);
    const [{ line }] = seen.ends;
    assert.deepEqual(seen.ends, [{ how: "stopped", text: "", line }], name);
    assert.ok(seen.last.endsWith(`\tend\tstopped\t\t${line}\n`), name);
  }
  const { end } = await run(page, plain);
  assert.equal(end.how, "done");
  await page.context().close();
});

test("a run leaves nothing behind: a second run gives the same log", async () => {
  const page = await site.visit();
  const dirt = `
import asyncio, builtins, json, os, random, sys, time, uuid
print(hasattr(builtins, "dirt"), hasattr(json, "dirt"), os.listdir("."), sys.getrecursionlimit(), "dirt" in sys.modules)
print(random.random(), uuid.uuid4(), {"a", "b", "c"}, id(asyncio) > 0, time.time(), os.environ.get("DIRT"))
builtins.dirt = json.dirt = 1
sys.modules["dirt"] = json
sys.setrecursionlimit(50)
os.environ["DIRT"] = "1"
time.time = asyncio.sleep = asyncio.run = None
open("dirt.txt", "w").write("dirt")
random.seed(1)
json.dumps = lambda *_: 1 / 0
`;
  const first = await run(page, dirt);
  const second = await run(page, dirt);
  assert.equal(first.end.how, "done", first.end.text);
  assert.equal(second.log, first.log);
  await page.context().close();
});

/** In the page: the engine's files that the service worker does not have. */
async function missing() {
  const { files } = await (await fetch("python/manifest.json")).json();
  const names = ["client", "engine", "files", "run", "worker"].map((name) => `engine/${name}.js`);
  const all = [...names, ...Object.keys(files).map((name) => `python/${name}`)];
  const found = await Promise.all(all.map((file) => caches.match(file)));
  return all.filter((_, place) => !found[place]);
}

test("no JavaScript or Python API can send a request to another host", async () => {
  const other = await openOther();
  const page = await site.visit();
  const knock = (body) => `
import asyncio
async def main():
    try:
${body.split("\n").map((line) => `        ${line}`).join("\n")}
    except BaseException as error:
        print("refused:", type(error).__name__)
    else:
        print("open")
asyncio.run(main())
`;
  const address = `http://${other.host}/`;
  const doors = [
    `import js\njs.fetch("${address}")`,
    `import js\njs.globalThis.fetch("${address}")`,
    `import js\njs.Object.constructor("return fetch('${address}')")()`,
    `import js\njs.constructor.constructor("fetch('${address}')")()`,
    `import pyodide_js\npyodide_js.runPython.constructor("fetch('${address}')")()`,
    `import pyodide_js\npyodide_js._module.wasmImports.emscripten_run_script("fetch('${address}')")`,
    `import pyodide_js\nawait pyodide_js.loadPackage("${address}x-1.0-py3-none-any.whl")`,
    `from pyodide.http import pyfetch\nawait pyfetch("${address}")`,
    `from pyodide.http import open_url\nopen_url("${address}")`,
    `from pyodide.code import run_js\nrun_js("fetch('${address}')")`,
    `import urllib.request\nurllib.request.urlopen("${address}")`,
    `import http.client\nhttp.client.HTTPConnection("${other.host}").request("GET", "/")`,
    `import socket\nsocket.create_connection(("${other.host.split(":")[0]}", ${other.host.split(":")[1]}))`,
    `import _socket\ns = _socket.socket()\ns.connect(("127.0.0.1", ${other.host.split(":")[1]}))\ns.send(b"GET / HTTP/1.0\\r\\n\\r\\n")`,
    `import ctypes\nctypes.CDLL(None).emscripten_run_script(b"fetch('${address}')")`,
    `import ctypes\nctypes.pythonapi.emscripten_run_script(b"fetch('${address}')")`,
    `import micropip\nawait micropip.install("${address}x-1.0-py3-none-any.whl")`,
    `import webbrowser\nif not webbrowser.open("${address}"): raise OSError`,
    `import aiohttp\nasync with aiohttp.ClientSession() as session:\n    await session.get("${address}")`,
    `import requests\nrequests.get("${address}")`,
    `import httpx\nhttpx.get("${address}")`,
    `reader, writer = await asyncio.open_connection("${other.host.split(":")[0]}", ${other.host.split(":")[1]})\nwriter.write(b"GET / HTTP/1.0\\r\\n\\r\\n")\nawait writer.drain()`,
    `import importlib, sys\nfor name in ("js", "pyodide_js", "_pyodide_core"): sys.modules.pop(name, None)\nimportlib.import_module("js").fetch("${address}")`,
    `import gc\nfrom pyodide.ffi import JsProxy\nfor proxy in [one for one in gc.get_objects() if isinstance(one, JsProxy)]: proxy.constructor.constructor("return fetch('${address}')")()`,
    `import gc\nfrom pyodide.ffi import JsProxy\nfor proxy in [one for one in gc.get_objects() if isinstance(one, JsProxy)]: proxy.constructor.constructor("return import('${address}')")()`,
    `from pyodide.code import run_js\nawait run_js("import('${address}')")`,
    `from pyodide.code import run_js\nrun_js("new WebSocket('ws://${other.host}/')")`,
    `from pyodide.code import run_js\nawait run_js("new FontFace('x', 'url(${address})').load()")`,
    `import pyodide_js\npyodide_js.FS.createLazyFile("/", "door", "${address}", True, False)\nopen("/door").read()`,
    `import pyodide_js\npyodide_js.FS.createPreloadedFile("/", "door", "${address}", True, False)`,
    `import pyodide_js\nawait pyodide_js._api.loadBinaryFile("${address}")`,
    `import pyodide_js\npyodide_js._module.SOCKFS.websocket_sock_ops.createPeer(None, "${other.host.split(":")[0]}", ${other.host.split(":")[1]})`,
    `import pyodide_js\npyodide_js._module.constructor.constructor("importScripts('${address}')")()`,
    `import loopscope_lab, types\nfor one in vars(loopscope_lab).values():\n    if not isinstance(one, types.ModuleType) and hasattr(one, "fetch"): one.fetch("${address}")`,
  ];
  for (const door of doors) {
    const { end } = await run(page, knock(door), { limits: { silence: 5 } });
    assert.ok(["done", "failed", "raised", "stuck"].includes(end.how), `${door}: ${JSON.stringify(end)}`);
  }
  assert.deepEqual(other.asked, []);
  await page.evaluate((to) => fetch(to).catch(() => {}), address);
  assert.deepEqual(other.asked, [], "the page itself is refused as well");
  await other.close();
  await page.context().close();
});

test("the engine runs without network after one visit", async () => {
  const page = await site.visit({ search: "?worker" });
  await run(page, plain);
  await eventually(() => page.evaluate(missing), (files) => files.length === 0, "cache of all files", 60_000);
  await page.context().setOffline(true);
  await page.reload();
  await ready(page);
  const { end, log } = await run(page, plain);
  assert.equal(end.how, "done");
  assert.match(log, /printed\tout\tdone\\n/);
  await page.context().close();
});

test("a blocked or broken download is reported, a retry completes it, and the page still works", async () => {
  const failed = (page) => page.waitForFunction(() => self.states?.at(-1)?.kind === "failed", null, { timeout: 60_000 });
  const page = await site.visit({ waits: false, prepare: (made) => made.route("**/python_stdlib.zip", (route) => route.abort()) });
  await failed(page);
  assert.equal(await page.evaluate(() => self.states.at(-1).why), "network");
  await page.unroute("**/python_stdlib.zip");

  const zip = join(site.folder, "python/python_stdlib.zip");
  const whole = await readFile(zip);
  await truncate(zip, 1_000_000);
  await page.evaluate(() => self.engine.retry());
  await page.waitForFunction(() => self.states.filter(({ kind }) => kind === "failed").length === 2, null, { timeout: 60_000 });
  assert.match(await page.evaluate(() => self.states.at(-1).text), /1000000 of \d+ bytes/);

  await writeFile(zip, whole);
  await page.evaluate(() => self.engine.retry());
  await ready(page);
  const { end } = await run(page, plain);
  assert.equal(end.how, "done");
  const loading = await page.evaluate(() => self.states.filter(({ kind }) => kind === "loading").at(-1));
  assert.equal(loading.received, loading.total);
  await page.context().close();
});

test("input asks the page, and the run continues after the answer", async () => {
  const page = await site.visit();
  const source = `${before}name = input("Name? ")\nprint("Hello", name)\nage = input()\nprint(age)`;
  await page.evaluate((text) => self.start(text), source);
  await page.waitForFunction(() => self.ends.length === 1);
  assert.deepEqual(await page.evaluate(() => self.ends[0]), { how: "input", text: "Name? ", line: "" });
  await page.evaluate(() => self.engine.answer("Ida"));
  await page.waitForFunction(() => self.ends.length === 2);
  await page.evaluate(() => self.engine.answer("7"));
  await page.waitForFunction(() => self.ends.length === 3);
  const { ends, log } = await page.evaluate(() => ({ ends: self.ends, log: self.log }));
  assert.equal(ends[2].how, "done");
  const whole = await run(page, source, { answers: ["Ida", "7"] });
  assert.equal(log, whole.log);
  await page.context().close();
});

test("200 runs do not grow the page's memory", async () => {
  const page = await site.visit();
  const browser = await page.context().newCDPSession(page);
  await browser.send("Performance.enable");
  const used = async () => {
    await browser.send("HeapProfiler.collectGarbage");
    const { metrics } = await browser.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "JSHeapUsedSize").value;
  };
  for (let count = 0; count < 5; count += 1) await run(page, plain);
  const from = await used();
  for (let count = 0; count < 200; count += 1) await run(page, plain);
  const grown = (await used()) - from;
  assert.ok(grown < 5e6, `${grown} bytes`);
  assert.equal((await ended(page)).end.how, "done");
  await page.context().close();
});
