// The lab's engine runs every program that our loop runs in tests/conformance. Both logs must have the same events.
//
// `cargo test --test conformance` writes the logs of our loop into target/tmp/logs. The lines at which a scenario's tasks are
// suspended must be those of its Python file. For other lines, only whether an event has one is compared: in a scenario, at the
// creation of tasks and resources; in a program of rules/, at the creation of resources. A random program is run by an interpreter,
// whose lines say nothing about the program.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { difference, events, sections } from "./twins_log.mjs";
import { twins } from "./twins_engine.mjs";

const project = fileURLToPath(new URL("../../", import.meta.url));
const logs = join(process.env.CARGO_TARGET_DIR ?? join(project, "target"), "tmp/logs");
const whether = (line) => (line ? "at a line" : "");
const nothing = () => "";

/** Programs without a twin, because Rust's types forbid what they do. They are compared with CPython's story. */
const unpaired = [
  "15a_same_awaitable_twice", "23c_wait_refuses_coroutines", "37b_run_cannot_nest", "51b_condition_wait_for",
  "59_done_callbacks_and_remove", "60_future_errors", "62_as_completed_with_coroutines", "63_wait_return_when",
  "67c_task_group_inactive", "72_await_again", "73_async_for_and_async_with",
];

/**
 * Programs whose stories are compared, but not their logs. In debug mode CPython's loop has one more callback than ours. A task
 * that awaits itself waits for a task in our log, but yields in the recorder's. A task that is destroyed without a warning is only
 * in our log: the recorder keeps no reference to tasks, and a weak reference to each would slow down every run.
 */
const apart = [
  "34b_debug_mode_names_the_slow_callback", "81_a_task_cannot_await_itself", "95_gather_is_silent_about_what_it_made",
];

/** Converts a message of the engine's CPython, 3.13.2, to that of 3.13.0, which recorded the fixtures. */
const sameWords = (text) => text.replace("parties must be >= 1", "parties must be > 0");

let engine;
before(async () => (engine = await twins()));

/** The names of the logs of a kind. */
function kept(kind) {
  try {
    return readdirSync(join(logs, kind)).map((file) => file.replace(/\.log$/, "")).sort();
  } catch (error) {
    throw new Error("there are no logs of our loop: run `cargo test --test conformance` first", { cause: error });
  }
}

function ours(kind, name) {
  return sections(readFileSync(join(logs, kind, `${name}.log`), "utf8"));
}

/** Fails with the first difference of each pair of logs that differ. */
function equal(pairs) {
  const parting = pairs.flatMap(({ name, ours, theirs }) => {
    const found = difference(ours, theirs);
    return found ? [`${name}: ${found}`] : [];
  });
  assert.equal(parting.length, 0, `${parting.length} of ${pairs.length} logs differ\n\n${parting.slice(0, 5).join("\n\n")}`);
}

test("every case of every scenario has equal logs", () => {
  const { scenarios } = JSON.parse(engine.names());
  assert.deepEqual(kept("scenarios"), [...scenarios].sort());
  const pairs = scenarios.flatMap((name) => {
    const { lines, ...cases } = Object.fromEntries(ours("scenarios", name));
    const theirs = JSON.parse(engine.scenario(name));
    assert.deepEqual(Object.keys(cases), Object.keys(theirs), name);
    const twin = new Map(lines.trimEnd().split("\n").map((line) => line.split(" ")));
    return Object.keys(theirs).map((parameters) => ({
      name: `${name} [${parameters}]`,
      ours: events(cases[parameters], { stops: (line) => (line ? twin.get(line) : ""), created: whether, made: whether }),
      theirs: events(theirs[parameters], { stops: (line) => line, created: whether, made: whether }),
    }));
  });
  equal(pairs);
});

test("every program of rules/ has equal logs", () => {
  const { rules } = JSON.parse(engine.names());
  const paired = rules.filter((name) => !unpaired.includes(name)).sort();
  assert.deepEqual(kept("rules"), paired);
  const read = (log) => events(log, { stops: nothing, created: nothing, made: whether });
  equal(paired.filter((name) => !apart.includes(name)).map((name) => ({ name, ours: read(ours("rules", name).get(name)), theirs: read(sameWords(engine.rule(name))) })));
});

test("a program with API that our loop does not have has the story of CPython 3.13", () => {
  const { beyond } = JSON.parse(engine.names());
  assert.ok(beyond.length >= 5, `${beyond.length} programs`);
  const programs = [...beyond.map((name) => ["beyond", name]), ...[...unpaired, ...apart].map((name) => ["rules", name])];
  for (const [folder, name] of programs) {
    const recorded = readFileSync(join(project, `tests/conformance/fixtures/${folder}/${name}.txt`), "utf8");
    assert.equal(engine.story(folder, name), recorded.replace(/^#.*\n\n/, "").trimEnd(), name);
  }
});

test("500 random programs have equal logs", () => {
  const cases = readFileSync(join(project, "tests/conformance/programs/programs.jsonl"), "utf8").split("\n").slice(0, 500);
  const logs = ours("programs", "programs");
  // The warnings about a dropped task depend on when it is collected.
  const read = (log) => events(log, { stops: nothing, created: nothing, made: nothing }).filter((event) => !event.includes(" warned "));
  equal(cases.map((text) => {
    const name = JSON.parse(text).seed;
    return { name, ours: read(logs.get(name)), theirs: read(engine.program(text)) };
  }));
});
