// @ts-check
//! The kinds of checks of a run, by their names in exercise.json (docs/exercises.md).
//!
//! A check gets the learner's run, its own fields, and the model's run with the same set of values. It returns null if the run passes,
//! otherwise a fault: the moment to show, `says` if its kind has more than one sentence, and the values of the placeholders in the
//! sentence.

import { equal, near, short } from "./compare.js";
import * as order from "./checks_of_calls.js";
import * as tasks from "./checks_of_tasks.js";

/**
 * @typedef {import("./log.js").Run} Run
 * @typedef {import("./log.js").Moment} Moment
 * @typedef {{ at: Moment, says?: string, [value: string]: any }} Fault
 * @typedef {{ check: string, id?: string, [field: string]: any }} Check
 * @typedef {(run: Run, check: any, model: Run) => Fault | null} Kind
 */

/** The checks of every run, before the exercise's own. */
export const always = ["form", "honest", "runs"];

/** @type {Kind} */
function form(run, { function: name, parameters }) {
  if (run.form === null) return null; // The run failed before the function was found, so `runs` fails, too.
  const at = run.end.moment;
  const wanted = parameters.join(", ");
  if (run.form.kind === "missing" || run.form.kind === "other") return { at, says: run.form.kind, function: name, parameters: wanted };
  if (!run.form.fits) return { at, says: "parameters", function: name, parameters: wanted, found: run.form.parameters.join(", ") };
  return run.form.kind === "plain" ? { at, says: "plain", function: name } : null;
}

/** @type {Kind} */
function honest(run) {
  return run.replaced.length > 0 ? { at: run.end.moment, names: run.replaced.slice(0, 3).join(", ") } : null;
}

/** @type {Kind} */
function runs(run, { raises }) {
  const { how, text, moment } = run.end;
  if (how === "done" || (how === "raised" && raises)) return null;
  const error = text.trimEnd().split("\n").at(-1) ?? "";
  if (how === "limit") return { at: moment, says: ["silence", "memory", "recursion"].includes(text.split("\t")[0]) ? text.split("\t")[0] : "endless" };
  return { at: moment, says: how, error };
}

/** @type {Kind} */
function result(run, { is, unordered = false }, model) {
  const want = is === undefined ? model.result : is;
  // A set has no order either.
  const got = unordered && Array.isArray(run.result?.set) ? run.result.set : run.result;
  if (equal(got, want, unordered)) return null;
  const says = run.result === undefined || run.result === null ? "none" : "other";
  return { at: run.end.moment, says, got: short(run.result), want: short(want) };
}

/** @type {Kind} */
function raises(run, { error }) {
  const said = run.end.how === "raised" ? (run.end.text.trimEnd().split("\n").findLast((line) => /^\S+(: |$)/.test(line)) ?? "") : "";
  const got = said.split(":")[0].split(".").at(-1)?.trim() ?? "";
  if (error === null) return run.end.how === "raised" ? { at: run.end.moment, says: "raised", got } : null;
  if (run.end.how !== "raised") return { at: run.end.moment, says: "nothing", error };
  const told = run.end.text.includes(`| ${error}:`) || run.end.text.includes(`| ${error}\n`);
  return got === error || told ? null : { at: run.end.moment, says: "other", error, got };
}

/** @type {Kind} */
function total(run, { is, at_most: most, at_least: least }, model) {
  const [low, high] = is !== undefined ? [is, is] : most !== undefined || least !== undefined ? [least ?? 0, most ?? Infinity] : [model.total, model.total];
  const at = run.end.moment;
  if (run.total > high && !near(run.total, high)) return { at, says: "slow", got: run.total, want: high };
  return run.total < low && !near(run.total, low) ? { at, says: "fast", got: run.total, want: low } : null;
}

/** @typedef {{ text: string, moment?: Moment }} Line */

/** @type {Kind} */
function prints(run, { lines, has, order: wanted = "same", more = false, when = false }, model) {
  if (has !== undefined) return contains(run, has, wanted);
  const want = lines?.map((/** @type {string} */ text) => ({ text })) ?? model.printed;
  const known = new Set(want.map(({ text }) => text.trimEnd()));
  const got = more ? run.printed.filter(({ text }) => known.has(text.trimEnd())) : run.printed;
  const sorted = (/** @type {Line[]} */ some) => (wanted === "any" ? [...some].sort((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text))) : some);
  return unlike(run, sorted(got), sorted(want)) ?? (when ? atOtherTimes(run, got, model) : null);
}

/** The first line that is not printed when the model prints it. @param {Run} run @param {Line[]} printed @param {Run} model @returns {Fault | null} */
function atOtherTimes(run, printed, model) {
  const left = model.printed.map(({ text, moment }) => ({ text: text.trimEnd(), time: moment.time - model.start }));
  for (const { text, moment = run.end.moment } of printed) {
    const place = left.findIndex((line) => line.text === text.trimEnd());
    if (place < 0) continue;
    const [{ time }] = left.splice(place, 1);
    const got = moment.time - run.start;
    if (!near(got, time)) return { at: moment, says: got < time ? "early" : "late", line: text, got, want: time };
  }
  return null;
}

/** The first different line. @param {Run} run @param {Line[]} got @param {Line[]} want @returns {Fault | null} */
function unlike(run, got, want) {
  const place = want.findIndex(({ text }, index) => got[index]?.text.trimEnd() !== text.trimEnd());
  const found = got[place < 0 ? want.length : place];
  const at = found?.moment ?? run.end.moment;
  if (place < 0) return found ? { at, says: "more", got: found.text } : null;
  return found ? { at, says: "other", got: found.text, want: want[place].text } : { at, says: "missing", want: want[place].text };
}

/** @param {Run} run @param {string[]} texts @param {string} wanted @returns {Fault | null} */
function contains(run, texts, wanted) {
  let from = 0;
  for (const text of texts) {
    const place = run.printed.slice(from).findIndex((line) => line.text.includes(text));
    if (place < 0) return { at: run.end.moment, says: "missing", want: text };
    if (wanted === "same") from += place + 1;
  }
  return null;
}

/** @type {Record<string, Kind>} */
export const kinds = { form, honest, runs, result, raises, total, prints, ...order.kinds, ...tasks.kinds };
