// Checks every view with axe, by keyboard and on a narrow screen: every control can be reached, is named and is visible.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import {
  addressHas, follow, open, runToEnd, scenarioIds, untilLoaded, untilRun, untilTime, violationsIn, visit, widthOf,
} from "./visit.mjs";

const tabs = ["outcome", "log", "code", "explanation", "table"];
const wide = { width: 1440, height: 900 };
const nowhere = "/s/nowhere";
const narrow = { width: 390, height: 844 };

const site = await open();
after(site.close);
const ids = await scenarioIds(site);

/** The views on any screen: a name, an address, and the actions that an address cannot express. */
const everywhere = [
  ["the contents", "/"],
  ["a search", "/?find=gather"],
  ["a search that finds nothing", "/?find=nothing+fits+this"],
  ["an unknown address", nowhere],
  ...["in-practice", "exercises", "when-async", "glossary"].map((id) => [`the page ${id}`, `/read/${id}`, hasCome]),
  ["an exercise with its hints open", "/s/priority-tasks", openHints],
  ["an explanation with terms", "/s/gather?tab=explanation", (page) => page.locator("#panel a.term").first().waitFor()],
  ...ids.map((id) => [`${id}, idle`, `/s/${id}`]),
  ...ids.map((id) => [`${id}, finished`, `/s/${id}?speed=instant`]),
  ...tabs.map((tab) => [`the tab ${tab}, idle`, `/s/gather?tab=${tab}`]),
  ...tabs.map((tab) => [`the tab ${tab}, finished`, `/s/create-task?speed=instant&tab=${tab}`]),
  ["a question about another host", "/s/real-requests?urls=http%3A%2F%2Fa.example%2F"],
  ["two scenarios compared", "/s/concurrent?speed=instant&compare=1"],
  ["conversations and reports of several ways", "/s/chat-bot?speed=instant&compare=1"],
  ["charts and reports of two ways", "/s/system-monitor?speed=instant&compare=1"],
  ["two runs compared, and a refused field", "/s/gather?speed=instant&compare=1&with=a003%3Dsoon"],
  ["a prediction", "/s/wait-for?predict=1&guess=soon"],
  ["the whole legend", "/s/gather?speed=instant&legend=1"],
  ["a refused field", "/s/gather?a001=soon"],
  ["an address with problems", "/s/gather?bogus=1&speed=7&tab=poem"],
  ["a selected task and its line", "/s/gather?speed=instant&tab=code&task=A002"],
  ["a selected task and its events", "/s/create-task?speed=instant&tab=log&task=API"],
  ["a live run that has computed", "/s/blocking-call?speed=10", runToEnd],
  ["a live run, paused", "/s/create-task?task=DB&web=9", pauseMidway],
  ["tasks that are looked for", "/s/many-tasks?speed=instant", findTask],
  ["tasks that are folded", "/s/create-task?speed=instant", (page) => page.click(".fold")],
  ["a timeline, zoomed in", "/s/semaphore?speed=instant&task=T3", zoomIn],
];

/** The views of what only a narrow screen folds. */
const folded = [
  ["the open contents", "/s/gather", (page) => page.click('[aria-controls="contents"]')],
  ["the open settings", "/s/gather", (page) => page.click('[aria-controls="settings"]')],
];

async function hasCome(page) {
  await page.locator("main.reading h1").waitFor();
}

async function openHints(page) {
  for (const hint of await page.locator(".exercise summary").all()) await hint.press("Enter");
}

async function findTask(page) {
  await page.fill("#find-task", "task-4");
  await page.press("#find-task", "Enter");
}

async function zoomIn(page) {
  await page.locator("#timeline").focus();
  for (let press = 0; press < 6; press += 1) await page.keyboard.press("+");
}

async function pauseMidway(page) {
  await page.click("#run");
  await untilTime(page, 0.4);
  await page.click("#run");
  await untilRun(page, "paused");
}

/** Shows one view after another in the same page, as links do, and calls `check` with each view's name. */
async function walk(page, views, language, check) {
  for (const [name, address, act] of views) {
    await follow(page, `${address}${address.includes("?") ? "&" : "?"}lang=${language}`);
    if (address.startsWith("/s/") && address !== nowhere) {
      await runReal(page, address);
      await untilRun(page, address.includes("speed=instant") ? "finished" : "idle");
    }
    await act?.(page);
    await check(name);
  }
}

/** Starts a run of real requests by a click, since no address starts one. */
async function runReal(page, address) {
  const wanted = address.includes("speed=instant") || address.includes("urls=");
  if (wanted && (await page.locator("main[data-real]").count())) await page.click("#run");
}

describe("axe reports no violation, and nothing is wider than the window,", { concurrency: 2 }, () => {
  // One language per colour scheme is enough: the colours do not depend on the words.
  for (const [scheme, language] of [["light", "en"], ["dark", "fr"]]) {
    for (const [size, views] of [[wide, everywhere], [narrow, [...everywhere, ...folded]]]) {
      test(`in any view, ${scheme}, ${size.width} px`, async () => {
        const found = new Map();
        await visit(site, "/", { language, scheme, ...size }, async (page) => {
          await walk(page, views, language, async (name) => {
            const width = await widthOf(page);
            const tooWide = width > size.width ? [`${width} px wide`] : [];
            for (const problem of [...tooWide, ...(await violationsIn(page))]) {
              found.set(problem, [...(found.get(problem) ?? []), name]);
            }
          });
        });
        const report = [...found].map(([problem, names]) => `${problem}\n    in ${names.join("; ")}`);
        assert.ok(found.size === 0, `${found.size} problems\n${report.join("\n")}`);
      });
    }
  }
});

describe("the Tab key", () => {
  const places = [
    ["the contents", "/"],
    ["a page to read", "/read/when-async"],
    ["a scenario, idle", "/s/gather"],
    ["an exercise", "/s/priority-tasks"],
    ["a prediction", "/s/wait-for?predict=1&guess=soon"],
    ["a scenario, finished, with a selected task", "/s/create-task?speed=instant&task=API"],
    ["a scenario with a changed and a refused field", "/s/gather?a001=3&a002=soon&bogus=1&legend=1"],
    ...tabs.map((tab) => [`the tab ${tab}`, `/s/concurrent?speed=instant&compare=1&tab=${tab}`]),
  ];
  for (const [name, address] of places) {
    for (const size of [wide, narrow]) {
      test(`reaches every control, names it and shows where it is: ${name}, ${size.width} px`, () =>
        visit(site, address, size, async (page, context) => {
          await runReal(page, address);
          if (address.includes("speed=instant")) await untilRun(page, "finished");
          await untilLoaded(page);
          const controls = await markControls(page);
          assert.ok(controls.length > 3, "there are controls");
          const stops = await tabThrough(page, context);
          assert.deepEqual(numbers(stops), numbers(controls), missed(controls, stops));
          const without = (quality) => stops.filter((stop) => !stop[quality]).map((stop) => stop.what);
          assert.deepEqual(without("name"), [], "every stop has a name");
          assert.deepEqual(without("outlined"), [], "an outline shows the focus");
          assert.deepEqual(without("uncovered"), [], "nothing covers the focus");
        }));
    }
  }
});

function numbers(stops) {
  return stops.map((stop) => stop.place);
}

function missed(controls, stops) {
  const reached = new Set(stops.map((stop) => stop.place));
  const lost = controls.filter((control) => !reached.has(control.place)).map((control) => control.what);
  return lost.length ? `not reached: ${lost.join(", ")}` : "in the order of the document";
}

/** Numbers all controls that Tab should reach, in document order: visible, enabled, and not inside a composite widget. */
function markControls(page) {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex]")].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0,
    );
    return controls.map((element, place) => {
      element.setAttribute("data-stop", place);
      return { place, what: element.outerHTML.slice(0, 80) };
    });
  });
}

/** Presses Tab from the top of the page to its end: the stops on the way. */
async function tabThrough(page, context) {
  const browser = await context.newCDPSession(page);
  const stops = [];
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(stopHere);
    if (stop === null || stops.some((earlier) => earlier.place === stop.place)) return stops;
    stops.push({ ...stop, name: await nameOfFocused(browser) });
  }
  return assert.fail("300 presses of Tab do not lead to the page's end");
}

/**
 * The focused element, and whether its focus is visible: it or the label around it has an outline, and some part of it
 * is neither outside the window nor covered. Runs in the page.
 */
function stopHere() {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return null;
  const label = focused.closest("label");
  const outlined = [focused, label].some((element) => {
    if (element === null) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  });
  const { left, top, width, height } = focused.getBoundingClientRect();
  const parts = [0.05, 0.25, 0.5, 0.75, 0.95];
  const uncovered = parts.some((across) =>
    parts.some((down) => {
      const there = document.elementFromPoint(left + width * across, top + height * down);
      return there !== null && (focused.contains(there) || label?.contains(there));
    }),
  );
  return { place: Number(focused.dataset.stop ?? -1), what: focused.outerHTML.slice(0, 80), outlined, uncovered };
}

/** The focused element's accessible name, as the browser passes it to a screen reader. */
async function nameOfFocused(browser) {
  const { result } = await browser.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { nodes } = await browser.send("Accessibility.getPartialAXTree", {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  return nodes[0]?.name?.value?.trim() ?? "";
}

describe("the keys", () => {
  test("arrow keys, Home and End move between the tabs, and wrap around", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      await page.focus("#tab-outcome");
      for (const [key, tab] of [
        ["ArrowRight", "log"],
        ["ArrowRight", "code"],
        ["ArrowLeft", "log"],
        ["End", "table"],
        ["ArrowRight", "output"],
        ["ArrowLeft", "table"],
        ["Home", "output"],
      ]) {
        await page.keyboard.press(key);
        await page.locator(`#panel[data-tab="${tab}"]`).waitFor();
        assert.equal(await focusedId(page), `tab-${tab}`, `${key} leads to ${tab}`);
        assert.equal(await page.getAttribute(`#tab-${tab}`, "aria-selected"), "true");
        assert.equal(await page.locator('[role="tab"][tabindex="0"]').count(), 1, "one tab is in the tab order");
      }
    }));

  test("/ focuses the search, and is a character in a text field", () =>
    visit(site, "/s/gather", {}, async (page) => {
      await page.keyboard.press("/");
      assert.equal(await focusedId(page), "find");
      await page.keyboard.type("a/b");
      assert.equal(await page.inputValue("#find"), "a/b");
    }));

  test("/ opens the contents of a narrow screen, and Escape closes them", () =>
    visit(site, "/s/gather", narrow, async (page) => {
      await page.locator("#contents").waitFor({ state: "hidden" });
      await page.keyboard.press("/");
      await page.locator("#contents").waitFor({ state: "visible" });
      assert.equal(await focusedId(page), "find");
      await page.keyboard.press("Escape");
      await page.locator("#contents").waitFor({ state: "hidden" });
    }));

  test("the menu button opens and closes the contents of a narrow screen, and its state says which", () =>
    visit(site, "/s/gather", narrow, async (page) => {
      const menu = page.locator('[aria-controls="contents"]');
      for (const [expanded, state] of [["true", "visible"], ["false", "hidden"]]) {
        await menu.press("Enter");
        await page.locator("#contents").waitFor({ state });
        assert.equal(await menu.getAttribute("aria-expanded"), expanded);
      }
    }));

  test("Ctrl+Enter runs, pauses and resumes, even from a field", () =>
    visit(site, "/s/gather?a003=8", {}, async (page) => {
      for (const state of ["running", "paused", "running"]) {
        await page.keyboard.press("Control+Enter");
        await untilRun(page, state);
      }
      await page.selectOption("#speed", "10");
      await untilRun(page, "finished");
      await page.selectOption("#speed", "1");
      await page.click("#modify");
      await page.focus("#p-a001");
      await page.keyboard.press("Control+Enter");
      await untilRun(page, "running");
    }));

  test("Enter in a field runs with the typed value", () =>
    visit(site, "/s/one-coroutine?speed=10&tab=table", {}, async (page) => {
      await page.fill("#p-seconds", "2");
      await page.press("#p-seconds", "Enter");
      await untilRun(page, "finished");
      assert.match(await page.locator("table.tasks").textContent(), /2\.000/);
    }));

  test("Enter on the skip link moves the focus to the scenario and does not change the address", () =>
    visit(site, "/s/gather", {}, async (page) => {
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.equal(await focusedId(page), "work");
      await addressHas(page, "/s/gather");
    }));

  test("Enter on a lane selects its task, and a second Enter deselects it", () =>
    visit(site, "/s/gather?speed=instant", {}, async (page) => {
      await untilRun(page, "finished");
      const lane = page.locator('.lane[data-task="A002"] button');
      for (const pressed of ["true", "false"]) {
        await lane.press("Enter");
        await page.locator(`.lane[data-task="A002"] button[aria-pressed="${pressed}"]`).waitFor();
      }
    }));
});

function focusedId(page) {
  return page.evaluate(() => document.activeElement.id);
}
