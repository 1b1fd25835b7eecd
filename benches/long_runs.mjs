// Measures runs of very many tasks in Chromium: the time until the page shows one, and the time per frame while it is
// scrolled and while the ruler is dragged. `node benches/long_runs.mjs` takes dist/ or $LOOPSCOPE_DIST; it fails above a bound.
//
// At 60 Hz two frames are at least 16.7 ms apart. So Chromium draws without that limit here, one change after another.
// "On the wall" is the time between two such frames: the page's code, style, layout, paint and the pixels, which other
// threads draw, and other work on a busy machine. "The main thread's work" is that thread's
// processor time from one frame to the next: code, style, layout and paint, without the pixels. Each frame changes
// something, because an unchanged frame would wait for 60 Hz.

import { fileURLToPath } from "node:url";
import { launch, newPage } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/server.mjs";
import { grouped, judge, median, quantile, tenths, titled } from "./figures.mjs";

const dist = process.env.LOOPSCOPE_DIST ?? fileURLToPath(new URL("../dist", import.meta.url));
const runs = [
  { tasks: 10_000, frames: 300, visits: 5, opens: true },
  { tasks: 100_000, frames: 100, visits: 3, opens: false },
];
const mostToOpen = 500; // milliseconds
const mostPerFrame = 1000 / 60;
const mostWork = 8; // milliseconds of the main thread's work in a frame
const result = "main[data-run-state=finished]";
const unlimited = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

async function main() {
  const site = await serve({ root: dist });
  const browser = await launch({ flags: unlimited });
  try {
    const opened = [];
    const frames = [];
    for (const run of runs) {
      opened.push({ ...run, times: await measureOpening(browser, site.url, run) });
      for (const [name, step] of Object.entries({ scrolled, scrubbed })) {
        frames.push({ ...run, name, ...(await measureFrames(browser, site.url, run, step)) });
      }
    }
    report(opened, frames);
  } finally {
    await browser.close();
    await site.close();
  }
}

const address = (url, { tasks }) => `${url}#/s/many-tasks?speed=instant&tasks=${tasks}`;

/** Milliseconds from navigation to the frame after the result, each in a new context. The first one warms up and does not count. */
async function measureOpening(browser, url, run) {
  const times = [];
  for (let visit = 0; visit <= run.visits; visit += 1) {
    const { page, close } = await newPage(browser, { width: 1440, height: 900 });
    await page.addInitScript(noteResult, result);
    await page.goto(address(url, run));
    await page.waitForFunction(() => window.shownAt !== undefined);
    if (visit > 0) times.push(await page.evaluate(() => window.shownAt));
    await close();
  }
  return times;
}

/** Runs in the page: records the end of the frame that shows the result. */
function noteResult(selector) {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(selector)) return;
    observer.disconnect();
    const painted = new MessageChannel();
    painted.port1.onmessage = () => (window.shownAt = performance.now());
    requestAnimationFrame(() => painted.port2.postMessage(null));
  });
  observer.observe(document, { attributes: true, childList: true, subtree: true });
}

/** The time of each frame while `step` changes something in every frame: on the wall, and the main thread's work. */
async function measureFrames(browser, url, run, step) {
  const { page, close } = await newPage(browser, { width: 1440, height: 900 });
  await page.goto(address(url, run));
  await page.waitForSelector(result);
  await page.evaluate(goThrough, { step: String(step), frames: 30 });
  await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
  const wall = await page.evaluate(goThrough, { step: String(step), frames: run.frames });
  const work = workOfFrames(JSON.parse((await browser.stopTracing()).toString()).traceEvents);
  await close();
  return { wall, work };
}

/** Runs in the page: calls `step` in each frame, marks the frame, and returns the times between consecutive frames. */
async function goThrough({ step, frames }) {
  // The page's policy forbids `eval` of a text, but code that Playwright evaluates may use it.
  const change = (0, eval)(`(${step})`);
  const gaps = [];
  let last;
  for (let frame = 0; frame <= frames; frame += 1) {
    const time = await new Promise((next) => requestAnimationFrame(next));
    performance.mark("frame");
    if (last !== undefined) gaps.push(time - last);
    last = time;
    change(frame);
  }
  return gaps;
}

/** Runs in the page: scrolls three lanes down. */
function scrolled() {
  document.querySelector("#timeline").scrollTop += 108;
}

/** Runs in the page: drags the ruler back and forth between two moments of the run, a little in every frame. */
function scrubbed(frame) {
  const ruler = document.querySelector("#scrubber");
  const { left, top, width } = ruler.getBoundingClientRect();
  const forth = 1 - Math.abs(1 - ((frame / 60) % 2));
  const pointer = { bubbles: true, composed: true, clientX: left + width * (0.06 + 0.74 * forth), clientY: top + 20, buttons: 1, pointerId: 1 };
  ruler.dispatchEvent(new PointerEvent(frame === 0 ? "pointerdown" : "pointermove", pointer));
}

/** The marked thread's processor time from one mark to the next, in milliseconds. */
function workOfFrames(events) {
  const marks = events.filter(({ name, cat }) => name === "frame" && cat.includes("user_timing"));
  const thread = marks[0].tid;
  const tasks = events.filter(({ name, tid, ph, tdur }) => tid === thread && ph === "X" && tdur && name.endsWith("RunTask"));
  if (tasks.length === 0) throw new Error("this Chromium's trace has no tasks with their processor time: nothing was measured");
  const work = marks.map(() => 0);
  for (const { ts, dur, tdur } of tasks) {
    // The trace's task that contains a mark is the start of that mark's frame.
    const frame = marks.findLastIndex((mark) => mark.ts <= ts + dur);
    if (frame >= 0) work[frame] += tdur / 1000;
  }
  return work.slice(0, -1);
}

function report(opened, frames) {
  const rows = opened.map(({ tasks, times }) => [grouped(tasks), ...[0.5, 0, 1].map((part) => whole(quantile(times, part)))]);
  titled("From navigation to the frame that shows the finished run, in milliseconds", [["tasks", "median", "least", "most"], ...rows]);
  const parts = [0.5, 0.95, 0.99, 1];
  const line = ({ tasks, name, ...measured }, what, word) =>
    [`${grouped(tasks)}, ${name}, ${word}`, measured[what].length, ...parts.map((part) => tenths(quantile(measured[what], part)))];
  titled("Frames without a limit to their rate, in milliseconds", [
    ["tasks", "frames", "p50", "p95", "p99", "most"],
    ...frames.flatMap((one) => [line(one, "wall", "on the wall"), line(one, "work", "the main thread's work")]),
  ]);
  for (const { tasks, times } of opened.filter(({ opens }) => opens)) {
    within(`a run of ${grouped(tasks)} tasks opens`, median(times), mostToOpen);
  }
  for (const { tasks, name, wall, work } of frames) {
    within(`95 of 100 frames of ${grouped(tasks)} tasks, ${name}, follow each other`, quantile(wall, 0.95), mostPerFrame);
    within(`the main thread works in 95 of 100 frames of ${grouped(tasks)} tasks, ${name},`, quantile(work, 0.95), mostWork);
  }
}

const within = (what, measured, most) =>
  judge(measured <= most, `${what} within ${tenths(measured)} ms, and the bound is ${tenths(most)} ms`);
const whole = (number) => number.toFixed(0);

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
