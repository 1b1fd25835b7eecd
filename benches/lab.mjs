// Compares the lab's engine in Node with bare Pyodide (the same files, no recorder) and with CPython: `make bench`.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { Lab, program } from "../tools/lab_engine.mjs";
import { grouped, judge, median, tenths, titled } from "./figures.mjs";

const rounds = Number(process.env.ROUNDS ?? 5);
const root = fileURLToPath(new URL("..", import.meta.url));
const { PYTHON: python } = process.env;

const programs = {
  "nothing": "pass",
  "gather of 10 000 sleep(0)": `
import asyncio
async def main():
    await asyncio.gather(*(asyncio.sleep(0) for _ in range(10_000)))
asyncio.run(main())`,
  "Semaphore(10), 10 000 tasks": `
import asyncio
async def job(semaphore):
    async with semaphore:
        await asyncio.sleep(0)
async def main():
    semaphore = asyncio.Semaphore(10)
    await asyncio.gather(*(job(semaphore) for _ in range(10_000)))
asyncio.run(main())`,
  "100 000 items through a queue": `
import asyncio
async def put(queue):
    for n in range(100_000):
        await queue.put(n)
async def get(queue):
    for _ in range(100_000):
        await queue.get()
async def main():
    queue = asyncio.Queue(100)
    await asyncio.gather(put(queue), get(queue))
asyncio.run(main())`,
  "fib(21) and a loop": `
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
fib(21)
total = 0
for n in range(300_000):
    total += n * n`,
};
const limits = { events: 10_000_000, output: 1e9, time: 1e9, silence: 120, memory: 1024 };

/** Milliseconds until an engine is ready; `options` are the worker's. */
async function boot(options) {
  const began = performance.now();
  const lab = new Lab(options);
  await lab.prepare();
  const took = performance.now() - began;
  await lab.close();
  return took;
}

/** Milliseconds of a run in a ready engine. */
async function inLab(source) {
  const lab = new Lab();
  await lab.prepare();
  const began = performance.now();
  const end = await lab.run({ files: { "program.py": source }, main: "program.py", seed: 7, date: 1_700_000_000, limits });
  if (end.how !== "done") throw new Error(`${end.how}: ${end.text}`);
  return performance.now() - began;
}

/** Milliseconds of a run in bare Pyodide, and of its boot. Here, too, every run has a new engine with the shared program. */
async function inBare(source) {
  const began = performance.now();
  const worker = new Worker(new URL("lab_bare.mjs", import.meta.url), { workerData: await program });
  const answer = () => new Promise((done, failed) => worker.once("message", done).once("error", failed));
  await answer();
  const boot = performance.now() - began;
  worker.postMessage(source);
  const { took } = await answer();
  await worker.terminate();
  return { boot, took };
}

function inPython(source) {
  const timed = `import sys, time\nsource = sys.stdin.read()\nbegan = time.perf_counter()\nexec(source, {"__name__": "__main__"})\nprint((time.perf_counter() - began) * 1e3)`;
  return Number(execFileSync(python, ["-c", timed], { input: source }));
}

const names = Object.keys(programs);
const measured = { plain: [], snapshot: [], bareBoot: [] };
for (const kind of ["lab", "bare", "python"]) measured[kind] = Object.fromEntries(names.map((name) => [name, []]));
rmSync(`${root}target/lab`, { recursive: true, force: true });
await boot({}); // Takes the snapshot.
for (let round = 0; round < rounds; round += 1) {
  measured.plain.push(await boot({ plain: true }));
  measured.snapshot.push(await boot({}));
  for (const name of names) {
    const { boot, took } = await inBare(programs[name]);
    measured.bareBoot.push(boot);
    measured.bare[name].push(took);
    measured.lab[name].push(await inLab(programs[name]));
    if (python) measured.python[name].push(inPython(programs[name]));
  }
}

const [plain, snapshot, bareBoot] = [measured.plain, measured.snapshot, measured.bareBoot].map(median);
titled(`Boot, in ms (median of ${rounds})`, [
  ["bare Pyodide", tenths(bareBoot)],
  ["the engine, plain", tenths(plain)],
  ["the engine, from its snapshot", tenths(snapshot)],
]);
const ratio = {};
const start = median(measured.lab.nothing); // The time of an empty run: installing the recorder, and the messages.
const rows = names.map((name) => {
  const [lab, bare] = [median(measured.lab[name]), median(measured.bare[name])];
  ratio[name] = (lab - start) / bare;
  return [name, tenths(lab), tenths(bare), python ? tenths(median(measured.python[name])) : "-", name === "nothing" ? "" : ratio[name].toFixed(2)];
});
titled(`Programs, in ms (median of ${rounds})`, [["", "the lab", "bare Pyodide", "CPython", "(lab - nothing) : bare"], ...rows]);

const files = ["pyodide.asm.js", "pyodide.asm.wasm", "pyodide.mjs", "python_stdlib.zip"].map((name) => `${root}tools/node_modules/pyodide/${name}`);
const ours = readdirSync(`${root}src/python`, { recursive: true }).filter((name) => name.endsWith(".py")).map((name) => `${root}src/python/${name}`);
const size = (paths, make) => paths.reduce((sum, path) => sum + make(readFileSync(path)).length, 0);
titled("To download, in bytes", [
  ["", "as it is", "gzip"],
  ["Pyodide", grouped(size(files, (bytes) => bytes)), grouped(size(files, gzipSync))],
  ["our Python modules", grouped(size(ours, (bytes) => bytes)), grouped(size(ours, gzipSync))],
]);

const lab = new Lab();
const memory = [];
for (let count = 0; count < 50; count += 1) {
  await lab.run({ files: { "program.py": programs["gather of 10 000 sleep(0)"] }, main: "program.py", seed: 7, date: 0, limits });
  memory.push(process.memoryUsage().rss);
}
await lab.close();
titled("Memory of the process, in MB, a fresh worker for each run", [
  ["after 5 runs", tenths(memory[4] / 1e6)],
  ["after 50 runs", tenths(memory[49] / 1e6)],
]);

judge(snapshot <= bareBoot / 3, `from the snapshot the engine is ready in a third of bare Pyodide's boot (${tenths(snapshot)} of ${tenths(bareBoot)} ms)`);
for (const name of names.slice(1, 3)) judge(ratio[name] <= 2, `recording costs at most twice bare asyncio: ${name} (${ratio[name].toFixed(2)})`);
judge(ratio["fib(21) and a loop"] <= 1.1, `recording costs nothing where no task switches (${ratio["fib(21) and a loop"].toFixed(2)})`);
