// Tests two scenarios: the system monitor, which runs until it is stopped, with its charts; the chat bot with its conversations.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  addressHas, addressIn, clockOf, eventually, open, openAfresh, openTab, tableRows, untilRun, untilTime, visit,
} from "./visit.mjs";

const site = await open();
after(site.close);

/** The columns of the Table tab. */
const [task, , , end, outcome] = [0, 1, 2, 3, 4];

test("Stop ends a run at that time, and its address opens the same run", () =>
  visit(site, "/s/system-monitor?tab=table&seconds=0.5", {}, async (page) => {
    const stop = page.locator("#stop");
    assert.ok(await stop.isDisabled(), "Stop is disabled before the run");
    await page.click("#run");
    await untilTime(page, 2.2);
    const before = await clockOf(page);
    await stop.press("Enter");
    await untilRun(page, "finished");
    await addressHas(page, "stop=");
    const moment = Number(new URLSearchParams((await addressIn(page)).split("?")[1]).get("stop"));
    assert.ok(moment >= before && moment < 5, `stopped at ${moment}, seen at ${before}`);
    await page.click("#modify");
    assert.equal(await page.inputValue('input[id="p-stop"]'), String(moment));
    const live = await tableRows(page);
    const cpu = live.find((row) => row[task] === "CPU");
    assert.deepEqual([cpu[end], cpu[outcome]], [moment.toFixed(3), "cancelled"]);
    assert.ok(await stop.isDisabled(), "Stop is disabled after the run");

    await openAfresh(site, page, `/s/system-monitor?tab=table&speed=instant&seconds=0.5&stop=${moment}`);
    await untilRun(page, "finished");
    assert.deepEqual(await tableRows(page), live);
  }));

test("a paused run is stopped at the shown time", () =>
  visit(site, "/s/system-monitor?seconds=0", {}, async (page) => {
    for (let steps = 0; steps < 3; steps += 1) await page.click("#step");
    await page.click("#stop");
    await untilRun(page, "finished");
    await addressHas(page, "stop=0.0");
    assert.equal(await clockOf(page), 0);
  }));

test("only a program that runs until it is stopped can be stopped", () =>
  visit(site, "/s/chat-bot", {}, async (page) => assert.equal(await page.locator("#stop").count(), 0)));

test("a chart grows with its run, and its caption has the times of an alert", () =>
  visit(site, "/s/system-monitor?speed=instant", { width: 390, height: 844 }, async (page) => {
    await untilRun(page, "finished");
    const disk = page.locator('.charts figure[data-source="disk"]');
    assert.equal(await disk.locator("figcaption").innerText(), "disk alert 3.000–7.000\u{a0}s");
    const { width } = await disk.locator(".plot").boundingBox();
    const alert = await disk.locator(".plot .alert").boundingBox();
    assert.ok(Math.abs(alert.width / width - 4 / 11.5) < 0.02, "the width of the alert is its duration on the axis");
    await openAfresh(site, page, "/s/system-monitor?speed=instant&at=5");
    await eventually(() => clockOf(page), (time) => time === 5, "the moment 5.0");
    assert.equal(await disk.locator("figcaption").innerText(), "disk alert 3.000–5.000\u{a0}s");
  }));

test("the conversations of each way show who waited and which reply overtook another", () =>
  visit(site, "/s/chat-bot?speed=instant&compare=1&lang=fr", {}, async (page) => {
    await openTab(page, "outcome");
    await page.locator(".talks").nth(2).waitFor();
    const overtaking = await page.locator(".talks").evaluateAll((ways) =>
      ways.map((way) => way.querySelectorAll('[data-overtakes="true"]').length));
    assert.deepEqual(overtaking, [0, 4, 0]);
    const ann = page.locator('.talks[data-track="user"] [data-user="Ann"] li');
    assert.equal(await ann.count(), 10);
    assert.match(await ann.nth(7).innerText(), /3,871 \+2,000\u{a0}s\s+\/bill: 2 tea/u);
    assert.match(await page.locator('.talks[data-track="message"] em').first().innerText(), /en dépasse une autre/);
  }));
