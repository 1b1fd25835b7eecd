// @ts-check
//! Checks on tasks: none left, no error lost, nothing blocked, no cancellation swallowed, queues that stay small.

import { callsOf } from "./checks_of_calls.js";

/**
 * @typedef {import("./log.js").Run} Run
 * @typedef {import("./log.js").Event} Event
 * @typedef {import("./checks.js").Fault} Fault
 * @typedef {import("./checks.js").Kind} Kind
 */

/** @param {Run} run @param {string} task */
const nameOf = (run, task) => run.tasks.get(task)?.name ?? "?";

const endings = ["returned", "failed", "cancelled", "destroyed"];

/** @type {Kind} */
function no_task_left(run) {
  // After the main task's end, `asyncio.run` cancels the remaining tasks. An earlier request of the loop is from a callback of the program.
  const over = run.events.find(({ kind, task }) => task === run.main && endings.includes(kind))?.moment.event ?? Infinity;
  const event = run.events.find(({ kind, fields, moment }) => kind === "cancel" && fields[0] === "loop" && moment.event > over);
  if (event) return { at: event.moment, task: nameOf(run, event.task) };
  const left = [...run.tasks.values()].find(({ ended, how }) => ended === null || how === "destroyed");
  return left ? { at: left.ended ?? run.end.moment, task: left.name } : null;
}

/** @param {Run} run @param {string[]} kinds @returns {Fault | null} */
function warned(run, kinds) {
  const event = run.events.find(({ kind, fields }) => kind === "warned" && kinds.includes(fields[0]));
  return event ? { at: event.moment, task: nameOf(run, event.task), message: event.fields[1].split("\\n")[0] } : null;
}

/** @type {Kind} */
const no_error_lost = (run) => warned(run, ["never_retrieved", "unhandled", "callback", "destroyed"]);

/** @type {Kind} */
const all_awaited = (run) => warned(run, ["never_awaited"]);

/** @type {Kind} */
function not_blocked(run, { longer = 0 }) {
  for (const { kind, fields, moment, task } of run.events) {
    const got = kind === "blocked" ? Number(fields[0]) - moment.time : 0;
    if (got > longer + 1e-9) return { at: moment, task: nameOf(run, task), got, longer };
  }
  return null;
}

/** @type {Kind} */
function cancelled(run, { function: wanted }) {
  const thrown = run.events.filter(({ kind }) => kind === "thrown");
  let found = false;
  for (const call of callsOf(run, wanted)) {
    const event = thrown.find(({ task, moment }) => task === call.task && moment.event >= call.began.event && (call.ended === null || moment.event <= call.ended.event));
    if (!event) continue;
    found = true;
    if (call.how !== "cancelled") return { at: event.moment, says: "kept", function: call.function, task: nameOf(run, call.task) };
  }
  return found ? null : { at: run.end.moment, says: "never", function: Array.isArray(wanted) ? wanted.join(", ") : (wanted.function ?? wanted) };
}

/** @type {Kind} */
function level(run, { class: name, most }) {
  const made = new Set(run.events.filter(({ kind, fields }) => kind === "made" && fields[1] === name).map(({ fields }) => fields[0]));
  const event = run.events.find(({ kind, fields }) => kind === "change" && made.has(fields[0]) && Number(fields[2]) > most);
  return event ? { at: event.moment, class: name, count: Number(event.fields[2]), most } : null;
}

/** @type {Kind} */
function tasks_at_most(run, { most }) {
  let count = 0;
  for (const { kind, moment } of run.events) {
    if (kind === "created") count += 1;
    if (endings.includes(kind)) count -= 1;
    if (count > most) return { at: moment, count, most };
  }
  return null;
}

/** @type {Record<string, Kind>} */
export const kinds = { no_task_left, no_error_lost, all_awaited, not_blocked, cancelled, level, tasks_at_most };
