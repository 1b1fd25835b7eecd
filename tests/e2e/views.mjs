// The views of the built page for shots.mjs: an address each, and the reader's actions there.

import { eventually, frames, untilRun, untilTime } from "./visit.mjs";

const boot = 120_000; // milliseconds that Python may take to start on a busy machine

const failing = `import asyncio

async def pour(cup):
    await asyncio.sleep(0.2)
    return 1 / cup

async def main():
    async with asyncio.TaskGroup() as group:
        for cup in (2, 1, 0):
            group.create_task(pour(cup), name=f"cup {cup}")

asyncio.run(main())
`;

const blocking = `import asyncio
import time

async def tea():
    time.sleep(1)

async def main():
    tea()
    await asyncio.sleep(0.5)

asyncio.run(main())
`;

const oneByOne = `from kitchen import cook


async def serve(dishes):
    return [await cook(dish) for dish in dishes]
`;

/** On a phone, turns to a page of the lab: task, code or timeline. */
export async function turnTo(page, name) {
  const button = page.locator(`.pages [data-to="${name}"]`);
  if (await button.isVisible()) await button.click();
}

/** Presses Run. On a narrow screen, the button is in the view of the timeline. */
async function run(page) {
  await turnTo(page, "timeline");
  await page.click("#run");
}

async function finish(page) {
  await run(page);
  await page.locator('main[data-run-state="finished"]').waitFor({ timeout: boot });
}

/** Runs to a time, and pauses the run there. */
const holdAt = (seconds) => async (page) => {
  await page.click("#run");
  await untilTime(page, seconds);
  await page.click("#run");
  await untilRun(page, "paused");
};

/** Replaces the program in the editor. */
async function write(page, text) {
  await turnTo(page, "code");
  await page.locator(".cm-line").first().click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}

async function check(page) {
  await page.locator(".drill h2").waitFor();
  await write(page, oneByOne);
  await turnTo(page, "task");
  await page.click("#check");
  await page.locator('[data-check="together"][data-state="failed"]').waitFor({ timeout: boot });
}

const select = (task) => (page) => page.locator(`[data-task="${task}"] .name`).first().click();
const editor = (page) => page.locator(".cm-line").first().waitFor({ timeout: boot });

/** Each view: the address, and the reader's actions before the picture. */
export const views = {
  welcome: ["/"],
  unknown: ["/s/nowhere"],
  search: ["/?find=wait_for"],
  nothing: ["/?find=zzzz"],
  drills: ["/", (page) => page.evaluate(() => (document.querySelector("details.drills").open = true))],
  keys: ["/s/gather", (page) => page.keyboard.press("?")],
  idle: ["/s/gather"],
  fields: ["/s/api-gateway"],
  list: ["/s/semaphore?durations=1_x_3"],
  refused: ["/s/one-coroutine?speed=instant&seconds=soon&bogus=1"],
  running: ["/s/create-task", async (page) => { await page.click("#run"); await untilTime(page, 0.8); }],
  held: ["/s/create-task", async (page) => { await holdAt(0.8)(page); await select("DB")(page); }],
  stepped: ["/s/semaphore", async (page) => { for (let step = 0; step < 6; step += 1) await page.click("#step"); }],
  outcome: ["/s/concurrent?speed=instant", finish],
  many: ["/s/api-gateway?speed=instant", finish],
  thousands: ["/s/many-tasks?speed=instant", finish],
  ends: ["/s/cancellation?speed=instant", finish],
  group: ["/s/task-group?speed=instant", finish],
  nested: ["/s/web-crawler?speed=instant", finish],
  report: ["/s/priority-tasks?speed=instant", finish],
  charts: ["/s/system-monitor?speed=instant", finish],
  talk: ["/s/chat-bot?speed=instant", finish],
  stuck: ["/s/barrier?speed=instant&parties=4", finish],
  queue: ["/s/producer-consumer?speed=instant", finish],
  compare: ["/s/concurrent?speed=instant&compare=1&task=D1%40concurrent", finish],
  versus: ["/s/semaphore?speed=instant&compare=1&with=permits%3D3", finish],
  differ: ["/s/lock-race?speed=instant&compare=1", finish],
  predict: ["/s/task-group?predict=1"],
  predicted: ["/s/task-group?predict=1&speed=instant", finish],
  log: ["/s/create-task?speed=instant&tab=log&task=API", finish],
  output: ["/s/create-task?speed=instant&tab=output", finish],
  table: ["/s/create-task?speed=instant&tab=table&legend=1", finish],
  code: ["/s/gather?speed=instant&tab=code&task=A002", finish],
  explanation: ["/s/several-awaits?speed=instant&tab=explanation", finish],
  origins: ["/s/real-requests?urls=https%3A%2F%2Fexample.org%2Fa%20https%3A%2F%2Fexample.com%2Fb", (page) => page.click("#run")],
  guide: ["/read/coroutines-and-tasks"],
  http: ["/read/http"],
  glossary: ["/read/glossary/event-loop"],
  lab: ["/lab", editor],
  "lab-run": ["/lab", async (page) => { await editor(page); await finish(page); }],
  "lab-live": ["/lab", async (page) => { await editor(page); await run(page); await page.locator('main[data-run-state="running"] .row.lane').first().waitFor({ timeout: boot }); await untilTime(page, 0.5); }],
  "lab-error": ["/lab?speed=instant", async (page) => { await editor(page); await write(page, failing); await finish(page); }],
  "lab-hints": ["/lab?tab=problems", async (page) => {
    await editor(page);
    await page.locator('main[data-engine="ready"]').waitFor({ timeout: boot });
    await write(page, blocking);
    await page.locator(".problems li").first().waitFor({ state: "attached", timeout: boot });
    await page.keyboard.press("F8");
  }],
  exercise: ["/e/first-gather", async (page) => { await page.locator(".drill h2").waitFor(); await editor(page); }],
  checked: ["/e/first-gather", check],
  hunt: ["/e/one-by-one", async (page) => { await page.locator(".drill h2").waitFor(); await editor(page); await page.click(".drill-next"); }],
  panic: ["/s/gather", (page) => page.evaluate(() => document.querySelector("#panic").removeAttribute("hidden"))],
};

/** Opens a view, acts in it, and waits until it is complete. */
export async function bring(page, url, name) {
  const [address, use] = views[name];
  await page.goto(`${url}#${address}`);
  await page.locator("#work").waitFor();
  await use?.(page);
  await eventually(() => page.evaluate(() => document.fonts.status), (status) => status === "loaded", "the fonts");
  await frames(page, 10);
}
