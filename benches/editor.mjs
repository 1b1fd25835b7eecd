// Measures the lab editor's time from a key to the frame that shows it, in a program of 1 000 lines: `make bench`.
//
// Meanwhile the page moves the tasks' chips, as it does while a program runs. The browser draws a frame as soon as there is
// something to draw, so the wait for the screen's next refresh is not counted.

import { openEditor } from "../tests/e2e/editor-page.mjs";

const limit = 16.7; // milliseconds
const lines = 1000;
const keys = "await asyncio.sleep(delay, result=None)  # one more\n";

const site = await openEditor({ flags: ["--disable-frame-rate-limit", "--disable-gpu-vsync"] });
const page = await site.visit();
await page.evaluate((count) => {
  const block = (number) => [
    `async def worker_${number}(queue, results):`,
    "    async with asyncio.timeout(3):",
    "        while (item := await queue.get()) is not None:",
    `            results[item] = f"{item} of {queue.qsize()}"  # ${number}`,
    "",
  ];
  const text = Array.from({ length: count / 5 }, (_, number) => block(number)).flat().join("\n");
  self.editor.setText("main.py", text);
  self.editor.show("main.py");
  self.editor.goTo("main.py", count / 2);
  self.editor.focus();
  self.took = [];
  const channel = new MessageChannel();
  let begun;
  channel.port1.onmessage = () => self.took.push(performance.now() - begun);
  addEventListener("keydown", (event) => {
    begun = event.timeStamp;
    requestAnimationFrame(() => channel.port2.postMessage(null));
  }, { capture: true });
  let turn = 0;
  setInterval(() => {
    turn += 1;
    const task = (_, index) => ({ task: index, name: `T${index}`, file: "main.py", line: 1 + ((index * 7 + turn) % count), state: "sleeping", selected: index === 3 });
    self.editor.setPresent(Array.from({ length: 100 }, task));
  }, 50);
}, lines);

// The reader waits for the elapsed time. On a busy machine it includes other work, so the main thread's processor time from
// the key to the frame is measured, too.
const devtools = await page.context().newCDPSession(page);
await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
const worked = async () => {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return 1000 * metrics.find(({ name }) => name === "TaskDuration").value;
};
const work = [];
for (let round = 0; round < 8; round += 1) {
  for (const key of keys) {
    const before = await worked();
    await page.keyboard.press(key === "\n" ? "Enter" : key === " " ? "Space" : key);
    await page.waitForFunction((count) => self.took.length === count, work.length + 1);
    work.push((await worked()) - before);
  }
}

function figures(list) {
  const sorted = list.toSorted((one, other) => one - other);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { text: [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${at(share).toFixed(1)} ms`).join(", "), p95: at(0.95) };
}

const wall = figures(await page.evaluate(() => self.took));
console.log(`editor, ${lines} lines, ${work.length} keys, from the key to the frame`);
console.log(`  on the wall: ${wall.text}`);
console.log(`  the main thread's work: ${figures(work).text}`);
await site.close();
if (wall.p95 > limit) {
  console.error(`bench: the editor's p95 is above ${limit} ms.`);
  process.exitCode = 1;
}
