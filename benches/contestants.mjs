// The contestants. Each runs a program on request and returns its time in milliseconds, or the bytes that it keeps.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { newPage } from "../tests/e2e/browser.mjs";

/** Settings of glibc by which a process keeps its freed memory, as a page does. By default a run may have to fetch its memory from
 * the system again, or not: that depends on where the run before has freed its last small block. */
const keepsMemory = { MALLOC_TRIM_THRESHOLD_: "4000000000", MALLOC_MMAP_THRESHOLD_: "1000000000" };

/** A native process: each line written to its standard input is answered by a line. */
export function overStandardInput(name, command, ...parameters) {
  const ask = (settings = {}) => {
    const child = spawn(command, parameters, { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, ...settings } });
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return {
      async number(question) {
        child.stdin.write(`${question}\n`);
        const { value, done } = await answers.next();
        if (done) throw new Error(`${name} ended at "${question}"`);
        return Number(value);
      },
      async close() {
        child.stdin.end();
        if (child.exitCode === null) await once(child, "exit");
      },
    };
  };
  const timed = ask(keepsMemory);
  return {
    name,
    milliseconds: (program, count) => timed.number(`${program} ${count}`),
    // In a new process, in which nothing has run before.
    async bytesLeft(batches, count) {
      const kept = ask();
      await kept.number(`kept ${count}`);
      let bytes = 0;
      for (let batch = 0; batch < batches; batch += 1) bytes += await kept.number(`kept ${count}`);
      await kept.close();
      return bytes;
    },
    close: timed.close,
  };
}

/** Our loop in Chromium. WebAssembly's memory only grows, so its growth is an upper bound of the bytes kept. */
export const ours = (browser, url) =>
  inPage("ours, Chromium", browser, url, async () => {
    const module = await import("./ours.js");
    const { memory } = await module.default();
    globalThis.milliseconds = (program, count) => {
      const began = performance.now();
      const run = module.run(program, count);
      const time = performance.now() - began;
      run.free();
      return time;
    };
    globalThis.keep = (count) => module.keep(count);
    globalThis.bytes = () => memory.buffer.byteLength;
  });

/** JavaScript in Chromium: the bytes on the heap after a garbage collection. */
export const javaScript = (browser, url) =>
  inPage("JavaScript", browser, url, async () => {
    const module = await import("./event_loop.js");
    // Collects the garbage at once. A later collection would slow down the next contestant.
    globalThis.milliseconds = async (program, count) => {
      const time = await module.run(program, count);
      globalThis.gc();
      return time;
    };
    globalThis.keep = module.keep;
    globalThis.bytes = () => {
      globalThis.gc();
      return performance.memory.usedJSHeapSize;
    };
  });

/** A new page, in which `prepare` sets up three functions. */
async function inPage(name, browser, url, prepare) {
  const open = async () => {
    const visit = await newPage(browser);
    await visit.page.goto(`${url}page.html`);
    await visit.page.evaluate(prepare);
    return visit;
  };
  const timed = await open();
  return {
    name,
    milliseconds: (program, count) =>
      timed.page.evaluate(([program, count]) => globalThis.milliseconds(program, count), [program, count]),
    async bytesLeft(batches, count) {
      const kept = await open();
      const bytes = await kept.page.evaluate(
        async ([batches, count]) => {
          await globalThis.keep(count);
          const before = globalThis.bytes();
          for (let batch = 0; batch < batches; batch += 1) await globalThis.keep(count);
          return globalThis.bytes() - before;
        },
        [batches, count],
      );
      await kept.close();
      return bytes;
    },
    close: timed.close,
  };
}
