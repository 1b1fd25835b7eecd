// Tests each kind of check on two small logs: one passes; the other has a fault with a known time and sentence.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kinds } from "../../static/exercises/checks.js";
import { Run } from "../../static/exercises/log.js";

/** A log of a run whose main task is 0, from lines "TIME TASK KIND FIELD ...", fields separated by "|". */
function run(lines, end = "done||") {
  const rows = ["0|-|drive", "0|0|created||1|1|main", ...lines];
  const log = ["loopscope|1", ...rows.map((row) => { const [time, task, ...rest] = row.split("|"); return [time, task, "1", ...rest].join("|"); }), `|-||end|${end}`];
  return new Run(log.map((line) => line.replaceAll("|", "\t")).join("\n"));
}

/** The lines of a call of `name` with one argument, from one time to another. */
function call(number, name, argument, from, to, how = "returned", task = 0, value = "null") {
  return [`${from}|${task}|call|${number}|${name}|{"one": ${JSON.stringify(argument)}}`, ...(to === null ? [] : [`${to}|${task}|left|${number}|${how}|${value}`])];
}

/** The lines of several calls in the order of time. */
const sorted = (...groups) => groups.flat().sort((one, other) => Number(one.split("|")[0]) - Number(other.split("|")[0]));

const none = run([]);
const apart = run(sorted(call(1, "f", "a", 0, 1), call(2, "f", "b", 1, 2)));
const atOnce = run(sorted(call(1, "f", "a", 0, 1), call(2, "f", "b", 0.5, 2)));

/** For each kind of check: its fields, a run that passes, a run with a fault, and the time and the values of the fault. */
const cases = [
  ["total", {}, atOnce, run(["3|0|returned|None"]), { time: 3, says: "slow", want: 2 }],
  ["total", { at_most: 2 }, apart, run(["3|0|returned|None"]), { time: 3, says: "slow", got: 3 }],
  ["total", { is: 2 }, apart, run(["1|0|returned|None"]), { time: 1, says: "fast" }],
  ["result", { is: [1, 2] }, run(["0|-|result|[1, 2]"]), run(["0|-|result|[2, 1]"]), { says: "other", got: "[2, 1]" }],
  ["result", { is: [1, 2], unordered: true }, run(["0|-|result|[2, 1]"]), none, { says: "none" }],
  ["raises", { error: "ValueError" }, run([], "raised|Traceback\\nValueError: no|3"), run([], "raised|Traceback\\nKeyError: no|3"), { says: "other", got: "KeyError" }],
  ["raises", { error: null }, none, run([], "raised|Traceback\\nKeyError: no|3"), { says: "raised" }],
  ["prints", { lines: ["a", "b"] }, run(["0|0|printed|out|a\\nb\\n|1"]), run(["0|0|printed|out|a\\n|1", "1|0|printed|out|c\\n|2"]), { time: 1, says: "other", got: "c" }],
  ["prints", { lines: ["b", "a"], order: "any" }, run(["0|0|printed|out|a\\nb\\n|1"]), run(["0|0|printed|out|a\\n|1"]), { says: "missing" }],
  ["prints", { has: ["late"] }, run(["0|0|printed|out|too late\\n|1"]), none, { says: "missing", want: "late" }],
  ["calls", { function: "f", count: 2 }, apart, none, { says: "never" }],
  ["at_most", { function: "f", most: 1 }, apart, atOnce, { time: 0.5, count: 2 }],
  ["together", { function: "f", most: 2 }, atOnce, apart, { count: 1, most: 2 }],
  ["waits", { first: { function: "f", arguments: ["a"] }, then: { function: "f", arguments: ["b"] } }, apart, atOnce, { time: 0.5 }],
  ["order", { function: "f" }, apart, run(sorted(call(1, "f", "b", 0, 1), call(2, "f", "a", 1, 2))), { time: 0, then: 'f("b")', first: 'f("a")' }],
  ["lasts", { function: "f", at_most: 1 }, apart, atOnce, { time: 2, says: "long", got: 1.5 }],
  ["lasts", { function: "f", at_least: 1 }, apart, run(call(1, "f", "a", 0, 0.5)), { time: 0.5, says: "short" }],
  ["ends", { function: "f", how: "cancelled", at: 1 }, run(call(1, "f", "a", 0, 1, "cancelled")), run(call(1, "f", "a", 0, 2)), { time: 2, says: "not_cancelled" }],
  ["ends", { function: "f", after: 1 }, apart, atOnce, { time: 2, says: "time" }],
  ["ends", { function: "f", how: "returned" }, apart, run(call(1, "f", "a", 0, null)), { says: "not_returned" }],
  ["rate", { function: "f", most: 1, within: 1 }, apart, atOnce, { time: 0.5, count: 2 }],
  ["pauses", { function: "f", low: [1], high: [2] }, run(sorted(call(1, "f", "a", 0, 1, "raised"), call(2, "f", "a", 2.5, 3))), run(sorted(call(1, "f", "a", 0, 1, "raised"), call(2, "f", "a", 1.5, 3))), { time: 1.5, says: "short", got: 0.5 }],
  ["varies", { function: "f" }, run(sorted(call(1, "f", "a", 0, 1), call(2, "f", "b", 0, 1), call(3, "f", "a", 2, 3), call(4, "f", "b", 2.5, 3))), run(sorted(call(1, "f", "a", 0, 1), call(2, "f", "b", 0, 1), call(3, "f", "a", 2, 3), call(4, "f", "b", 2, 3))), { time: 2, got: 1 }],
  ["once", { function: "f" }, apart, run(sorted(call(1, "f", "a", 0, 1), call(2, "f", "a", 1, 2))), { time: 1, count: 2 }],
  ["ahead", { first: "f", then: "g", most: 1 }, run(sorted(call(1, "f", "a", 0, 1), call(2, "g", "a", 1, 2), call(3, "f", "b", 1, 2))), apart, { time: 2, count: 2 }],
  ["closed", { open: "f", close: "g" }, run(sorted(call(1, "f", "a", 0, 1), call(2, "g", "a", 1, 2))), run(call(1, "f", "a", 0, 1)), { close: "g" }],
  ["reported", { function: "f" }, run([...call(1, "f", "a", 0, 1, "raised", 0, '{"error": "OSError", "message": "cut"}'), "1|0|printed|out|it was cut\\n|3"]), run(call(1, "f", "a", 0, 1, "raised", 0, '{"error": "OSError", "message": "cut"}')), { time: 1, error: "OSError: cut" }],
  ["starts", { function: "f" }, apart, run(sorted(call(1, "f", "a", 0, 1), call(2, "f", "b", 1.5, 2))), { time: 1.5, says: "late" }],
  ["cancelled", { function: "f" }, run(["0|0|call|1|f|{}", "1|0|thrown|4", "1|0|left|1|cancelled|null"]), run(["0|0|call|1|f|{}", "1|0|thrown|4", "2|0|left|1|returned|null"]), { time: 1, says: "kept" }],
  ["cancelled", { function: "f" }, run(["0|0|call|1|f|{}", "1|0|thrown|4", "1|0|left|1|cancelled|null"]), apart, { says: "never" }],
  ["no_task_left", {}, run(["0|1|created|0|=B|4|g", "1|1|returned|None", "1|0|returned|None"]), run(["0|1|created|0|=B|4|g", "1|0|returned|None", "1|1|cancel|loop", "1|1|cancelled"]), { time: 1, task: "B" }],
  ["no_error_lost", {}, none, run(["1|0|warned|never_retrieved|Task exception"]), { time: 1 }],
  ["all_awaited", {}, none, run(["1|0|warned|never_awaited|coroutine 'f' was never awaited"]), { time: 1 }],
  ["not_blocked", { longer: 0.5 }, run(["0|0|blocked|0.5|sleeps|3"]), run(["1|0|blocked|2|sleeps|3"]), { time: 1, got: 1 }],
  ["level", { class: "Queue", most: 1 }, run(["0|0|made|0|Queue||0|3|q", "1|0|change|0|put|1"]), run(["0|0|made|0|Queue||0|3|q", "1|0|change|0|put|2"]), { time: 1, count: 2 }],
  ["tasks_at_most", { most: 2 }, run(["0|1|created|0|2|4|g"]), run(["0|1|created|0|2|4|g", "1|2|created|0|3|4|g"]), { time: 1, count: 3 }],
  ["honest", {}, none, run(["1|-|replaced|asyncio.sleep"]), { names: "asyncio.sleep" }],
  ["runs", {}, none, run([], "exit|0|"), { says: "exit" }],
  ["runs", {}, none, run([], "limit|silence\\t4 seconds|3"), { says: "silence" }],
  ["runs", {}, none, run([], "stuck|Task-1 waits|"), { says: "stuck" }],
  ["form", { function: "f", parameters: ["a"] }, run(["0|-|form|coroutine|fits|a"]), run(["0|-|form|missing"]), { says: "missing" }],
  ["form", { function: "f", parameters: ["a"] }, run(["0|-|form|coroutine|fits|a"]), run(["0|-|form|coroutine|differs|a b"]), { says: "parameters", found: "a, b" }],
];

for (const [kind, fields, right, wrong, found] of cases) {
  test(`${kind} ${JSON.stringify(fields)} ${found?.says ?? ""}`, () => {
    assert.equal(kinds[kind](right, fields, apart), null);
    const fault = kinds[kind](wrong, fields, apart);
    const { time, ...words } = found;
    assert.ok(fault, "a fault is found");
    if (time !== undefined) assert.equal(fault.at.time, time);
    assert.deepEqual(Object.fromEntries(Object.keys(words).map((name) => [name, fault[name]])), words);
  });
}

test("every kind of check is tested here", () => {
  assert.deepEqual(Object.keys(kinds).filter((kind) => !cases.some(([tried]) => tried === kind)), []);
});
