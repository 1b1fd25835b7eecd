// Reads scenarios by keyboard and the accessibility tree alone, as with a screen reader. What is spoken must answer three questions:
// which task waits for what at 1.0 s, which task was cancelled by which, what was printed.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { eventually, open, untilRun, visit } from "./visit.mjs";

const site = await open();
after(site.close);

/** For each scenario: some of the lanes' names at 1.0 s, of the inspector's sentences about cancelled tasks, and of the prints. */
const walks = {
  semaphore: {
    waits: ["T1, sleeping, sleep 1.2", "T4, in line, awaits Semaphore(2).acquire()", "main, awaiting a task, awaits gather(T1 … T5)"],
    said: {},
    printed: ["T1 is inside", "T5 is inside"],
  },
  gather: {
    waits: ["A001, sleeping, sleep 1.2", "A004, result, 0.500 s", "main, awaiting a task, awaits gather(A001, A002, A003, A004)"],
    said: {},
    printed: ["A004 ready", "all orders shipped"],
  },
  cancellation: {
    waits: ["tidy, sleeping, sleep 0.5", "main, awaiting a task, awaits gather(obedient, tidy, stubborn)"],
    said: { obedient: /asked for at 1\.000 by main\. It was cancelled at 1\.000/, stubborn: /asked for at 1\.000 by main\. It returned at 3\.000/ },
    printed: ["all three asked to stop", "tidying up", "not yet"],
  },
  "timeout-block": {
    waits: ["main, sleeping, sleep 3"],
    said: {},
    printed: ["search: CancelledError", "search: TimeoutError, the cache will do", "show done"],
  },
  "wait-for": {
    waits: ["slow, sleeping, sleep 3", "main, awaiting a task, awaits slow"],
    said: { slow: /asked for at 2\.000 by main’s timeout, set for 2\.000\. It was cancelled at 2\.000/ },
    printed: ["quick answered", "slow: TimeoutError"],
  },
  "task-group": {
    waits: ["prices, sleeping, sleep 2", "main, awaiting a task, awaits TaskGroup(photos, prices, stock)"],
    said: { stock: /asked for at 2\.000 by its TaskGroup, since prices failed/ },
    printed: ["three tasks in the group", "caught: prices missing"],
  },
  shield: {
    waits: ["payment2, sleeping, sleep 2", "order2, cancelled, 1.000 s"],
    said: { payment1: /asked for at 1\.000 by main/, order2: /asked for at 1\.000 by main/ },
    printed: [],
  },
  "producer-consumer": {
    waits: ["C1, sleeping, sleep 1.5", "P, sleeping, sleep 0.4", "main, awaiting a task, awaits P"],
    said: { C1: /asked for at 7\.900 by main/ },
    printed: ["put 1, 1 in the queue", "done with 5"],
  },
  "first-completed": {
    waits: ["north, sleeping, sleep 1.3", "main, sleeping, sleep 0.5"],
    said: { west: /asked for at 1\.500 by main/ },
    printed: ["1 done, 2 still running", "north answered"],
  },
  "event-signal": {
    waits: ["V1, in line, awaits Event.wait()", "V2, in line, awaits Event.wait()", "V3, sleeping, sleep 2.5"],
    said: {},
    printed: ["the door is open", "V3 goes in"],
  },
};

describe("by keyboard and speech", { concurrency: 2 }, () => {
  for (const [id, expected] of Object.entries(walks)) {
    test(`a reader learns which task waits for what, which was cancelled by which, and what was printed: ${id}`, () =>
      visit(site, `/s/${id}`, { width: 1366, height: 768 }, async (page, context) => {
        const reader = await Reader.of(page, context);
        await reader.tabTo("button", /^Instant$/);
        await reader.press("Enter");
        await untilRun(page, "finished");
        await reader.tabTo("slider", /^Time/);
        await reader.press("End");
        const ends = await reader.lanes();
        const said = {};
        for (const [place, name] of ends.entries()) {
          if (/cancelled|timeout|swallowed/.test(name)) said[name.split(",")[0]] = await reader.about(place, ends.length);
        }
        const printed = await reader.output();
        await reader.tabTo("slider", /^Time/);
        await reader.moveTo(1.0);
        const waits = await reader.lanes();
        for (const line of expected.waits) assert.ok(waits.includes(line), `${line} in ${JSON.stringify(waits)}`);
        for (const [name, sentence] of Object.entries(expected.said)) assert.match(said[name] ?? "", sentence, `of ${name}`);
        for (const line of expected.printed) assert.ok(printed.includes(line), `${line} in ${printed}`);
      }));
  }
});

/** A reader who presses keys and hears the accessibility tree. */
class Reader {
  static async of(page, context) {
    const reader = new Reader();
    Object.assign(reader, { page, browser: await context.newCDPSession(page) });
    await reader.browser.send("Accessibility.enable");
    return reader;
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  /** Role, name and value of the focused element. */
  async focused() {
    const { result } = await this.browser.send("Runtime.evaluate", { expression: "document.activeElement" });
    const { nodes } = await this.browser.send("Accessibility.getPartialAXTree", { objectId: result.objectId, fetchRelatives: false });
    return spoken(nodes[0]);
  }

  /** Presses Tab until the focused element has this role and name. */
  async tabTo(role, name) {
    for (let presses = 0; presses < 150; presses += 1) {
      const here = await this.focused();
      if (here.role === role && name.test(here.name)) return here;
      await this.press("Tab");
    }
    return assert.fail(`Tab does not reach a ${role} ${name}`);
  }

  /** The lanes' names. Tab reaches one lane, arrow keys the others. Afterwards the focus is on the last lane. */
  async lanes() {
    await this.tabTo("slider", /^Time/);
    for (let presses = 0; presses < 12 && !(await this.onLane()); presses += 1) await this.press("Tab");
    await this.press("Home");
    const names = [(await this.focused()).name];
    for (let presses = 0; presses < 60; presses += 1) {
      const before = await this.place();
      await this.press("ArrowDown");
      if ((await this.place()) === before) return names;
      names.push((await this.focused()).name);
    }
    return assert.fail("the arrow keys do not reach the last lane");
  }

  onLane() {
    return this.page.evaluate(() => document.activeElement.matches(".row.lane > .name"));
  }

  place() {
    return this.page.evaluate(() => [...document.querySelectorAll(".row.lane > .name")].indexOf(document.activeElement));
  }

  /** The inspector's text about the lane at this index. Before and afterwards, the focus is on the last lane. */
  async about(place, count) {
    for (let at = count - 1; at > place; at -= 1) await this.press("ArrowUp");
    await this.press("Enter");
    const name = (await this.focused()).name.split(",")[0];
    const text = await eventually(() => this.heard("complementary", "Inspector"), (text) => text.startsWith(name), `the inspector about ${name}`);
    await this.press("Enter");
    for (let at = place; at < count - 1; at += 1) await this.press("ArrowDown");
    return text;
  }

  /** The lines of the Output tab, which is opened by keys. */
  async output() {
    await this.tabTo("tab", /./);
    for (let presses = 0; presses < 8 && !/^Output/.test((await this.focused()).name); presses += 1) await this.press("ArrowRight");
    await this.page.locator('#panel[data-tab="output"]').waitFor();
    return (await this.heard("tabpanel", "Output", "\n")).split("\n");
  }

  /** Moves the slider with its keys to the first value that is not before `time`. */
  async moveTo(time) {
    await this.press("Home");
    for (let presses = 0; presses < 250; presses += 1) {
      if (Number.parseFloat((await this.focused()).value) >= time) return;
      await this.press("ArrowRight");
      await this.page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
    }
    assert.fail(`the slider does not reach ${time}`);
  }

  /** All texts in the first element with this role and name, in reading order. */
  async heard(role, name, between = " ") {
    const { nodes } = await this.browser.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const root = nodes.find((node) => spoken(node).role === role && spoken(node).name.startsWith(name));
    const texts = [];
    const read = (node) => {
      if (node.role?.value === "StaticText") return texts.push(node.name.value.trim());
      (node.childIds ?? []).map((id) => byId.get(id)).forEach((child) => child && read(child));
    };
    if (root) read(root);
    return texts.filter(Boolean).join(between);
  }
}

const spoken = (node) => ({ role: node?.role?.value ?? "", name: (node?.name?.value ?? "").replaceAll("\u00a0", " "), value: String(node?.value?.value ?? "") });
