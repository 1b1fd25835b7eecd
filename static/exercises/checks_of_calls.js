// @ts-check
//! Checks on calls of functions: how many run at once, in what order, how long, how they end.

import { near, short } from "./compare.js";

/**
 * @typedef {import("./log.js").Run} Run
 * @typedef {import("./log.js").Call} Call
 * @typedef {import("./log.js").Moment} Moment
 * @typedef {import("./checks.js").Fault} Fault
 * @typedef {import("./checks.js").Kind} Kind
 */

/** The calls that a check's `function` selects: a name, several names, or a name with arguments. @param {Run} run @param {any} wanted @returns {Call[]} */
export function callsOf(run, wanted) {
  if (Array.isArray(wanted)) return wanted.flatMap((name) => callsOf(run, name)).sort((one, other) => one.number - other.number);
  if (typeof wanted === "string") return run.of(wanted);
  const given = JSON.stringify(wanted.arguments);
  return run.of(wanted.function).filter((call) => JSON.stringify(Object.values(call.arguments).slice(0, wanted.arguments.length)) === given);
}

/** @param {any} wanted */
const nameOf = (wanted) => (Array.isArray(wanted) ? wanted.join(", ") : typeof wanted === "string" ? wanted : `${wanted.function}(${wanted.arguments.map(short).join(", ")})`);

/** @param {Call} call */
const shown = (call) => `${call.function}(${Object.values(call.arguments).map(short).join(", ")})`;

/** The moments at which a call starts or ends, and the number of running calls after each. @param {Call[]} calls @param {Run} run */
function crowd(calls, run) {
  const turns = calls.flatMap((call) => [
    { at: call.began, by: 1, call },
    { at: call.ended ?? run.end.moment, by: -1, call },
  ]);
  // At equal times ends come first. Otherwise a call that starts when another one ends would seem to overlap it.
  turns.sort((one, other) => one.at.time - other.at.time || one.by - other.by || one.at.event - other.at.event);
  let count = 0;
  return turns.map(({ at, by, call }) => ({ at, call, count: (count += by) }));
}

/** @param {Run} run @param {any} wanted */
const largest = (run, wanted) => Math.max(0, ...crowd(callsOf(run, wanted), run).map(({ count }) => count));

/** @type {Kind} */
function calls(run, { function: wanted, count, more = false, how }, model) {
  const ended = (/** @type {Call} */ call) => how === undefined || call.how === how;
  const [ours, theirs] = [callsOf(run, wanted).filter(ended), callsOf(model, wanted).filter(ended)];
  const name = nameOf(wanted);
  if (ours.length === 0 && (count ?? theirs.length) > 0) return { at: run.end.moment, says: "never", function: name };
  if (count !== undefined) return ours.length === count || (more && ours.length > count) ? null : { at: ours.at(-1)?.began ?? run.end.moment, says: "count", function: name, got: ours.length, want: count };
  const left = [...ours];
  for (const call of theirs) {
    const place = left.findIndex((one) => one.function === call.function && one.text === call.text && (call.how !== "returned" || one.how === "returned"));
    if (place < 0) return { at: run.end.moment, says: "missing", function: shown(call) };
    left.splice(place, 1);
  }
  return left.length > 0 && !more ? { at: left[0].began, says: "extra", function: shown(left[0]) } : null;
}

/** @type {Kind} */
function at_most(run, { function: wanted, most }) {
  const found = crowd(callsOf(run, wanted), run).find(({ count }) => count > most);
  if (!found) return null;
  const there = callsOf(run, wanted).filter((call) => call.began.event <= found.at.event && (call.ended?.time ?? Infinity) > found.at.time);
  return { at: found.call.began, function: nameOf(wanted), count: found.count, most, names: there.map(shown).join(", ") };
}

/** @type {Kind} */
function together(run, { function: wanted, most }, model) {
  const want = most ?? largest(model, wanted);
  const got = largest(run, wanted);
  if (got >= want) return null;
  const peak = crowd(callsOf(run, wanted), run).find(({ count }) => count === got);
  // Event 0 shows all events of that time, so that the waiting tasks are visible.
  return { at: peak ? { ...peak.at, event: 0 } : run.end.moment, function: nameOf(wanted), count: got, most: want };
}

/** @type {Kind} */
function waits(run, { first, then }) {
  const before = callsOf(run, first);
  for (const call of callsOf(run, then)) {
    const open = before.find(({ ended }) => ended === null || ended.event > call.began.event || ended.time > call.began.time);
    if (open || before.length === 0) return { at: call.began, then: shown(call), first: open ? shown(open) : nameOf(first) };
  }
  return null;
}

/** @type {Kind} */
function starts(run, { function: wanted }, model) {
  const [ours, theirs] = [run, model].map((one) => callsOf(one, wanted).map((call) => ({ time: call.began.time - one.start, call })).sort((a, b) => a.time - b.time));
  const place = theirs.findIndex(({ time }, index) => ours[index] === undefined || !near(time, ours[index].time));
  if (place < 0) return null;
  const { time, call } = ours[place] ?? {};
  return { at: call?.began ?? run.end.moment, says: call === undefined ? "never" : time > theirs[place].time ? "late" : "early", function: call ? shown(call) : nameOf(wanted), got: time ?? 0, want: theirs[place].time };
}

/** @type {Kind} */
function order(run, { function: wanted }, model) {
  const ours = callsOf(run, wanted);
  const theirs = callsOf(model, wanted);
  const turn = (/** @type {Call} */ call) => theirs.find(({ function: name, text }) => name === call.function && text === call.text)?.began.time ?? Infinity;
  for (const call of ours) {
    const passed = ours.find((other) => other.began.time > call.began.time && turn(other) < turn(call) && !near(turn(other), turn(call)));
    if (passed) return { at: call.began, then: shown(call), first: shown(passed) };
  }
  return null;
}

/** @type {Kind} */
function lasts(run, { function: wanted, at_most: most = Infinity, at_least: least = 0 }) {
  for (const call of callsOf(run, wanted)) {
    const at = call.ended ?? run.end.moment;
    const got = at.time - call.began.time;
    if (got > most && !near(got, most)) return { at, says: "long", function: shown(call), got, want: most };
    if (got < least && !near(got, least)) return { at, says: "short", function: shown(call), got, want: least };
  }
  return null;
}

/** @type {Kind} */
function ends(run, { function: wanted, how, at: when, after }) {
  const found = callsOf(run, wanted);
  if (found.length === 0) return { at: run.end.moment, says: "never", function: nameOf(wanted) };
  for (const call of found) {
    const at = call.ended ?? run.end.moment;
    const function_ = shown(call);
    if (how !== undefined && (call.ended === null ? "left" : call.how) !== how) return { at, says: `not_${how}`, function: function_, how: call.how };
    const want = when !== undefined ? when + run.start : after !== undefined ? call.began.time + after : at.time;
    if (!near(at.time, want)) return { at, says: "time", function: function_, got: at.time - run.start, want: want - run.start };
  }
  return null;
}

/** @type {Kind} */
function rate(run, { function: wanted, most, within }) {
  const begun = callsOf(run, wanted).sort((one, other) => one.began.time - other.began.time);
  for (let place = most; place < begun.length; place += 1) {
    const [first, last] = [begun[place - most].began, begun[place].began];
    const apart = last.time - first.time;
    if (apart < within && !near(apart, within)) return { at: last, function: nameOf(wanted), count: most + 1, most, within, from: first.time };
  }
  return null;
}

/** The pauses between the calls with the same arguments, in their order. @param {Run} run @param {any} wanted */
function pausesOf(run, wanted) {
  /** @type {Map<string, Call[]>} */
  const groups = new Map();
  for (const call of callsOf(run, wanted)) groups.set(call.text, [...(groups.get(call.text) ?? []), call]);
  return [...groups.values()].map((group) => group.slice(1).map((call, place) => ({ call, place, pause: call.began.time - (group[place].ended?.time ?? call.began.time) })));
}

/** @type {Kind} */
function pauses(run, { function: wanted, low, high }) {
  for (const { call, place, pause } of pausesOf(run, wanted).flat()) {
    const [least, most] = [low[Math.min(place, low.length - 1)], high[Math.min(place, high.length - 1)]];
    const fits = (pause >= least || near(pause, least)) && (pause <= most || near(pause, most));
    if (!fits) return { at: call.began, says: pause < least ? "short" : "long", function: shown(call), number: place + 1, got: pause, low: least, high: most };
  }
  return null;
}

/** @type {Kind} */
function varies(run, { function: wanted }) {
  const all = pausesOf(run, wanted);
  const firsts = all.map((group) => group[0]).filter((one) => one !== undefined);
  const same = firsts.length > 1 && firsts.every(({ pause }) => near(pause, firsts[0].pause));
  return same ? { at: firsts[1].call.began, function: nameOf(wanted), got: firsts[0].pause } : null;
}

/** @type {Kind} */
function once(run, { function: wanted, most = 1 }) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  for (const call of callsOf(run, wanted)) {
    const key = call.function + call.text;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    if ((seen.get(key) ?? 0) > most) return { at: call.began, function: shown(call), count: seen.get(key), most };
  }
  return null;
}

/** @type {Kind} */
function ahead(run, { first, then, most }) {
  const made = callsOf(run, first).flatMap((call) => (call.ended && call.how === "returned" ? [{ at: call.ended, by: 1 }] : []));
  const taken = callsOf(run, then).map((call) => ({ at: call.began, by: -1 }));
  const turns = [...made, ...taken].sort((one, other) => one.at.time - other.at.time || one.by - other.by || one.at.event - other.at.event);
  let count = 0;
  for (const { at, by } of turns) {
    count += by;
    if (count > most) return { at, first: nameOf(first), then: nameOf(then), count, most };
  }
  return null;
}

/** @type {Kind} */
function closed(run, { open, close }) {
  const shut = callsOf(run, close).filter(({ how, ended }) => ended !== null && how === "returned");
  for (const call of callsOf(run, open)) {
    const key = Object.values(call.arguments)[0];
    const place = shut.findIndex((one) => Object.keys(one.arguments).length === 0 || key === undefined || JSON.stringify(Object.values(one.arguments)[0]) === JSON.stringify(key));
    if (place < 0) return { at: run.end.moment, open: shown(call), close: nameOf(close) };
    shut.splice(place, 1);
  }
  return null;
}

/** @type {Kind} */
function reported(run, { function: wanted, in: where = "either" }) {
  const result = where === "prints" ? "" : JSON.stringify(run.result ?? null);
  const printed = where === "result" ? "" : JSON.stringify(run.printed.map(({ text }) => text));
  for (const call of callsOf(run, wanted)) {
    if (call.how !== "raised") continue;
    const message = JSON.stringify(call.value.message || call.value.error).slice(1, -1);
    if (!result.includes(message) && !printed.includes(message)) return { at: call.ended ?? run.end.moment, function: shown(call), error: `${call.value.error}: ${call.value.message}` };
  }
  return null;
}

/** @type {Record<string, Kind>} */
export const kinds = { calls, at_most, together, waits, starts, lasts, ends, rate, pauses, varies, once, ahead, closed, reported, order };
