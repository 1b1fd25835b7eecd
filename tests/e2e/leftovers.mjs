// A page's pending timers and frames, and its memory.

/** Records the requested timers and frames that have neither fired nor been cancelled, and the intervals that were not cancelled. */
export async function countTimers(page) {
  await page.addInitScript(() => {
    const waiting = new Set();
    window.waitingTimers = () => [...waiting];
    for (const [ask, takeBack, repeats] of [
      ["setTimeout", "clearTimeout", false],
      ["setInterval", "clearInterval", true],
      ["requestAnimationFrame", "cancelAnimationFrame", false],
    ]) {
      const [asked, takenBack] = [window[ask].bind(window), window[takeBack].bind(window)];
      window[ask] = (then, ...rest) => {
        const number = asked((...given) => {
          if (!repeats) waiting.delete(`${ask} ${number}`);
          then(...given);
        }, ...rest);
        waiting.add(`${ask} ${number}`);
        return number;
      };
      window[takeBack] = (number) => {
        waiting.delete(`${ask} ${number}`);
        takenBack(number);
      };
    }
  });
}

/** The pending timers and frames. */
export function timers(page) {
  return page.evaluate(() => window.waitingTimers());
}

/** Makes the program's memory accessible. */
export async function watchMemory(page) {
  await page.addInitScript(() => {
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const original = WebAssembly[name];
      WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        window.programMemory ??= (made.instance ?? made).exports.memory; // A part has no memory of its own.
        return made;
      };
    }
  });
}

/** The browser's counters of a page: a leaked node or listener takes only a few bytes on the heap. */
const counted = ["Documents", "Nodes", "JSEventListeners", "ContextLifecycleStateObservers"];

/**
 * The page's memory after a garbage collection: bytes on JavaScript's heap, bytes of the program's memory (which never
 * shrinks), and the browser's counters.
 */
export async function memoryOf(page, context) {
  const browser = await context.newCDPSession(page);
  await browser.send("HeapProfiler.collectGarbage");
  const { usedSize: heap } = await browser.send("Runtime.getHeapUsage");
  await browser.send("Performance.enable");
  const { metrics } = await browser.send("Performance.getMetrics");
  const counts = metrics.filter(({ name }) => counted.includes(name)).map(({ value }) => value);
  const program = await page.evaluate(() => window.programMemory.buffer.byteLength);
  await browser.detach();
  return { heap, program, counts };
}
