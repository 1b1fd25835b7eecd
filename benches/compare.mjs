// Compares our event loop, natively and in Chromium, with CPython's and with hand-written JavaScript, and prints which
// of our bounds are met: `node benches/compare.mjs`. tools/bench.sh calls it after building target/bench/.
// In every round each contestant runs each program in turn, so that a busy machine slows all of them equally.

import { fileURLToPath } from "node:url";
import { launch } from "../tests/e2e/browser.mjs";
import { serve } from "../tests/e2e/server.mjs";
import { javaScript, ours, overStandardInput } from "./contestants.mjs";
import { grouped, median, table } from "./figures.mjs";

const rounds = 11;
/** During the first rounds V8 compiles hot code a second time, with more optimisation. */
const warmUps = 3;
const batches = 10;
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const sleep0 = "gather of sleep(0)";
const sleep10ms = "gather of sleep(0.01)";
const semaphore = "Semaphore(10), sleep(0) within";
const queue = "Queue(10), items through it";
const cases = [
  { title: sleep0, program: "sleep_0", count: 10_000 },
  { title: sleep0, program: "sleep_0", count: 100_000 },
  { title: sleep10ms, program: "sleep_0.01", count: 10_000, waits: 10 },
  { title: sleep10ms, program: "sleep_0.01", count: 100_000, waits: 10 },
  { title: semaphore, program: "semaphore", count: 10_000 },
  { title: queue, program: "queue", count: 100_000 },
];

const native = "ours, natively";
const chromium = "ours, Chromium";
const python = "CPython";
const handWritten = "JavaScript";
const bounds = [
  { title: sleep0, count: 10_000, over: python, most: 1 / 10 },
  { title: sleep10ms, count: 100_000, over: handWritten, most: 1 / 3 },
  { title: semaphore, count: 10_000, over: python, most: 1 / 10 },
];
const mostGrowth = 11;
const mostBytes = 1024;

async function main() {
  const site = await serve({ root: path("../target/bench") });
  // Both flags are for measuring JavaScript's memory: exact sizes, and a garbage collection on demand.
  const browser = await launch({ flags: ["--enable-precise-memory-info", "--js-flags=--expose-gc"] });
  const contestants = [
    overStandardInput(native, process.env.LOOPSCOPE_NATIVE),
    await ours(browser, site.url),
    ...(process.env.PYTHON ? [overStandardInput(python, process.env.PYTHON, path("event_loop.py"))] : []),
    await javaScript(browser, site.url),
  ];
  try {
    const measured = await measure(contestants);
    const bytes = await measureBytes(contestants);
    printTimes(contestants, measured, bytes);
    judge(contestants, measured, bytes);
  } finally {
    for (const contestant of contestants) await contestant.close();
    await browser.close();
    await site.close();
  }
}

/** Milliseconds by case, contestant and round. The first rounds warm up and do not count. */
async function measure(contestants) {
  const measured = cases.map(() => Object.fromEntries(contestants.map(({ name }) => [name, []])));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const [index, { program, count }] of cases.entries()) {
      for (const { name, milliseconds } of contestants) {
        const time = await milliseconds(program, count);
        if (round >= warmUps) measured[index][name].push(time);
      }
    }
  }
  return measured;
}

/** Bytes of memory that a finished task keeps, by contestant. */
async function measureBytes(contestants) {
  const bytes = {};
  for (const { name, bytesLeft } of contestants) bytes[name] = (await bytesLeft(batches, 10_000)) / (batches * 10_000);
  return bytes;
}

function printTimes(contestants, measured, bytes) {
  const names = contestants.map(({ name }) => name);
  const row = ({ title, count }, index) => [title, grouped(count), ...names.map((name) => figure(median(measured[index][name])))];
  console.log(`Event loops: medians of ${rounds} rounds, in milliseconds; ours with its log\n`);
  table([
    ["", "count", ...names],
    ...cases.map(row),
    ["bytes per finished task, kept", "", ...names.map((name) => figure(bytes[name]))],
  ]);
  console.log(`
Ours runs at once, in logical time; CPython and JavaScript wait for sleep(0.01) to pass. Its 10 ms are taken off their
times below. JavaScript's sleep(0) is a microtask. It has no tasks, and neither it nor CPython keeps a log.
`);
  if (!names.includes(python)) console.log("CPython is missing: its column is left out, and its bounds are not judged.\n");
}

/** Prints each bound with the measured value; ratios are medians of each round's ratio. */
function judge(contestants, measured, bytes) {
  const rows = bounds.map((bound) => ratioRow(bound, contestants, measured));
  for (const title of [sleep0, sleep10ms]) {
    rows.push([`${title}: 100 000 over 10 000`, growth(title, measured, chromium), mostGrowth]);
  }
  rows.push(["bytes per finished task, kept", bytes[chromium], mostBytes]);
  table([["in Chromium", "measured", "at most", ""], ...rows.map(verdict)]);
  const others = [growth(sleep0, measured, native), growth(sleep10ms, measured, native)].map(figure);
  console.log(`\nNatively, 100 000 over 10 000: ${others.join(" and ")}.\n`);
}

function ratioRow({ title, count, over, most }, contestants, measured) {
  const label = `${title}, ${grouped(count)}: over ${over}`;
  if (!contestants.some(({ name }) => name === over)) return [label, Number.NaN, most];
  const index = cases.findIndex((one) => one.title === title && one.count === count);
  const others = measured[index][over].map((time) => time - (cases[index].waits ?? 0));
  return [label, median(ratios(measured[index][chromium], others)), most];
}

/** The ratio of a case's times at the larger and at the smaller size. */
function growth(title, measured, name) {
  const [few, many] = cases.flatMap((one, index) => (one.title === title ? [measured[index][name]] : []));
  return median(ratios(many, few));
}

function verdict([label, measured, most]) {
  const met = measured <= most;
  if (!met && !Number.isNaN(measured)) process.exitCode = 1;
  return [label, figure(measured), figure(most), Number.isNaN(measured) ? "not judged" : met ? "met" : "NOT MET"];
}

/** Prints a table: the first column aligned left, the figures aligned right. */
const ratios = (ones, others) => ones.map((one, index) => one / others[index]);
const figure = (number) =>
  Number.isNaN(number) ? "-" : number.toFixed(number < 1 ? 3 : number < 100 ? 1 : 0);

main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 1;
});
