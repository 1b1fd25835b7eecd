// @ts-check
//! Judges an answer: the engine runs the model and the answer with each set of values, and the checks compare the logs.

import { always, kinds } from "./checks.js";
import { Run, split } from "./log.js";
import english from "./words.en.js";
import french from "./words.fr.js";

/**
 * @typedef {{ en: string, fr: string }} Both
 * @typedef {Record<string, any>} Words
 * @typedef {import("./checks.js").Check} Check
 * @typedef {import("./log.js").Moment} Moment
 * @typedef {{ arguments: Record<string, any>, values?: Record<string, any>, names?: Record<string, any>, seed?: number }} Set
 * @typedef {{ id: string, kind: "exercise" | "hunt", level: number, function: string, given: string[], drive?: string, watch?: string[],
 *   sets: Set[], checks: Check[], start_fails?: string, files: Record<string, string>, start: string, model: string }} Exercise
 * @typedef {{ says: Both, set: number, moment: Moment }} Failure
 * @typedef {{ id: string, title: Both, state: "done" | "failed" | "open", failure?: Failure }} Mark
 * @typedef {{ passed: boolean, marks: Mark[], sets: { log: string, model: string, passed: boolean }[] }} Verdict
 */

/** The limits of these runs. They are low, because an answer is a small program. */
export const limits = { events: 20_000, output: 100_000, time: 10_000, memory: 512, silence: 4 };

/**
 * The request to the engine: the model's runs, then the answer's, one for each set.
 * @param {Exercise} exercise @param {string} source
 */
export function request(exercise, source) {
  return requestOf(runsOf(exercise, [exercise.model, source]));
}

/** @param {object[]} runs */
export function requestOf(runs) {
  return { main: "program.py", date: 1_700_000_000, locals: false, limits, files: {}, runs };
}

/** The runs of some programs: each with every set. @param {Exercise} exercise @param {string[]} sources */
export function runsOf(exercise, sources) {
  return sources.flatMap((source) => exercise.sets.map((set) => run(exercise, source, set)));
}

/** One run, as `loopscope_exercise.Answer` reads it. @param {Exercise} exercise @param {string} source @param {Set} set */
export function run(exercise, source, set) {
  const { function: name, given, drive, watch = [] } = exercise;
  const answer = { function: name, given, drive: drive ?? null, watch, arguments: Object.values(set.arguments), values: set.values ?? {} };
  return { files: { ...exercise.files, "program.py": source }, seed: set.seed ?? 7, answer };
}

/**
 * The verdict of the checks about the runs of `request`.
 * @param {Exercise} exercise @param {string} log everything that the engine has sent @returns {Verdict}
 */
export function judge(exercise, log) {
  const logs = split(log);
  return judgeLogs(exercise, logs.slice(0, exercise.sets.length), logs.slice(exercise.sets.length));
}

/** Like `judge`, for separate logs. @param {Exercise} exercise @param {string[]} modelLogs @param {string[]} answerLogs @returns {Verdict} */
export function judgeLogs(exercise, modelLogs, answerLogs) {
  const count = exercise.sets.length;
  const [models, answers] = [modelLogs, answerLogs].map((some) => some.map((one) => new Run(one)));
  if (models.length < count || models.some(({ end }) => end.how === "limit" || end.how === "stuck")) throw new Error(`the model of ${exercise.id} does not run`);
  const demanded = [...always.map((check) => ({ check })), ...exercise.checks];
  const marks = demanded.map((check) => mark(exercise, check, answers, models));
  const first = marks.findIndex(({ state }) => state !== "done");
  for (const [place, one] of marks.entries()) if (place > first && one.state === "failed") open(one);
  const failed = new Set(first < 0 ? [] : faults(exercise, demanded[first], answers, models).map(({ set }) => set));
  const sets = exercise.sets.map((_, set) => ({ log: answerLogs[set] ?? "", model: modelLogs[set], passed: !failed.has(set) && set < answers.length }));
  return { passed: first < 0, marks, sets };
}

/** The titles of an exercise's own checks, with the first set's values. @param {Exercise} exercise @returns {Both[]} */
export function demands(exercise) {
  return exercise.checks.map((check) => titleOf(exercise, check));
}

/** @param {Exercise} exercise @param {Check} check */
function titleOf(exercise, check) {
  return filled(check.title ?? both(check.check, "title"), named(exercise, check, exercise.sets[0]));
}

/** Marks a check after the first failed one as open. @param {Mark} one */
function open(one) {
  one.state = "open";
  delete one.failure;
}

/** @param {Exercise} exercise @param {Check} check @param {Run[]} answers @param {Run[]} models @returns {Mark} */
function mark(exercise, check, answers, models) {
  const title = titleOf(exercise, check);
  const found = faults(exercise, check, answers, models)[0];
  const base = { id: check.id ?? check.check, title };
  if (!found) return { ...base, state: check.check === "form" || check.check === "honest" || isWhole(exercise, check, answers, models) ? "done" : "open" };
  return { ...base, state: "failed", failure: { says: sentence(check, found), set: found.set, moment: found.fault.at } };
}

/** Whether a check has seen every set completely: an aborted run shows nothing of its rest. @param {Exercise} exercise @param {Check} check @param {Run[]} answers @param {Run[]} models */
function isWhole(exercise, check, answers, models) {
  return answers.length === models.length && (always.includes(check.check) || !answers.some((run, set) => isBroken(exercise, run, set, models)));
}

/** @param {Exercise} exercise @param {Run} run @param {number} set @param {Run[]} models */
function isBroken(exercise, run, set, models) {
  return kinds.runs(run, named(exercise, { check: "runs" }, exercise.sets[set]), models[set]) !== null;
}

/** @param {Exercise} exercise @param {Check} check @param {Run[]} answers @param {Run[]} models */
function faults(exercise, check, answers, models) {
  const kind = kinds[check.check];
  if (!kind) throw new Error(`${exercise.id} has a check of no kind: ${check.check}`);
  return answers.flatMap((run, set) => {
    const fields = named(exercise, check, exercise.sets[set]);
    const fault = !always.includes(check.check) && isBroken(exercise, run, set, models) ? null : kind(run, fields, models[set]);
    return fault ? [{ set, fault, fields: { ...fields, ...fault, time: fault.at.time } }] : [];
  });
}

/** A check's fields, with `$name` filled in from a set's names and arguments. @param {Exercise} exercise @param {Check} check @param {Set} set */
function named(exercise, check, set) {
  const names = { ...set.arguments, ...set.names };
  const look = (/** @type {any} */ value) => {
    if (typeof value !== "string" || !value.startsWith("$")) return value;
    if (!(value.slice(1) in names)) throw new Error(`a set of ${exercise.id} has no ${value}`);
    return names[value.slice(1)];
  };
  const fields = Object.fromEntries(Object.entries(check).map(([name, value]) => [name, Array.isArray(value) ? value.map(look) : look(value)]));
  const raises = exercise.checks.some(({ check: kind }) => kind === "raises");
  if (check.check === "form") return { function: exercise.function, parameters: Object.keys(exercise.sets[0].arguments) };
  return check.check === "runs" ? { ...fields, raises } : fields;
}

/** @param {Check} check @param {{ fault: any, fields: any }} found @returns {Both} */
function sentence(check, { fault, fields }) {
  const key = fault.says;
  const own = key && check.says && !check.says.en ? check.says[key] : check.says;
  return filled(own ?? both(check.check, "says", key), fields);
}

/** @param {string} kind @param {"title" | "says"} part @param {string} [key] @returns {Both} */
function both(kind, part, key) {
  const [en, fr] = [english, french].map((words) => (key ? words[kind][part][key] : words[kind][part]));
  if (typeof en !== "string" || typeof fr !== "string") throw new Error(`the check ${kind} has no words for ${part} ${key ?? ""}`);
  return { en, fr };
}

/** A sentence with its placeholders filled in. @param {Both} text @param {Record<string, any>} values @returns {Both} */
function filled(text, values) {
  const fill = (/** @type {string} */ one, /** @type {Words} */ words) => one.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? shown(values[name], words) : whole));
  return { en: fill(text.en, english), fr: fill(text.fr, french) };
}

/** @param {any} value @param {Words} words */
function shown(value, words) {
  if (typeof value === "number") return String(Math.round(value * 1000) / 1000).replace(".", words.point);
  return Array.isArray(value) ? value.join(", ") : typeof value === "object" && value ? (value.function ?? "") : String(value);
}
