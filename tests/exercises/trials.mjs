//! Runs an exercise's answers on the lab's engine in Node, and applies the checks as the page does.
//!
//! A right answer passes on every set. A wrong answer starts with the check that it must fail, and words of the message:
//!
//!     # fails: together
//!     # says: At most 1 of 3

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { split } from "../../static/exercises/log.js";
import { judge, judgeLogs, request, requestOf, runsOf } from "../../static/exercises/judge.js";
import { Lab } from "../../tools/lab_engine.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));

export class Trials {
  constructor() {
    this.lab = new Lab();
  }

  close() {
    return this.lab.close();
  }

  /** The verdict about a program. */
  async verdict(exercise, source) {
    let log = "";
    await this.lab.run(request(exercise, source), (lines) => (log += lines));
    return judge(exercise, log);
  }

  /**
   * The verdicts about many programs. They share a worker until a run is aborted, because starting the engine takes longer
   * than all runs of an answer.
   */
  async verdicts(exercise, sources) {
    const count = exercise.sets.length;
    const [models] = await this.logs(exercise, [exercise.model]);
    const answers = [];
    while (answers.length < sources.length) answers.push(...(await this.logs(exercise, sources.slice(answers.length))));
    return answers.map((logs) => judgeLogs(exercise, models, logs.slice(0, count)));
  }

  /** The logs of the first of these programs, up to the first aborted run. */
  async logs(exercise, sources) {
    let log = "";
    await this.lab.run(requestOf(runsOf(exercise, sources)), (lines) => (log += lines));
    const [logs, count] = [split(log), exercise.sets.length];
    return Array.from({ length: Math.ceil(logs.length / count) }, (_, place) => logs.slice(place * count, (place + 1) * count));
  }

  /** All programs that are known to be right or wrong. */
  of(exercise) {
    const model = { name: "model.py", source: exercise.model, right: true };
    const start = { name: "start.py", source: exercise.start, right: false, fails: exercise.start_fails };
    return [model, start, ...this.answers(exercise.id, "right"), ...this.answers(exercise.id, "wrong")];
  }

  answers(id, kind) {
    const path = `${folder}${id}/${kind}/`;
    if (!existsSync(path)) return [];
    return readdirSync(path).filter((name) => name.endsWith(".py")).sort().map((name) => {
      const source = readFileSync(path + name, "utf8");
      const word = (key) => source.match(new RegExp(`^# ${key}: (.*)$`, "m"))?.[1].trim();
      return { name: `${kind}/${name}`, source, right: kind === "right", fails: word("fails"), says: word("says"), set: word("set") };
    });
  }

  /** All programs, each with its problem (null if there is none) and the checks' message (`told`). */
  async results(exercise) {
    const all = this.of(exercise);
    const verdicts = await this.verdicts(exercise, all.map(({ source }) => source));
    return all.map((trial, place) => ({ ...trial, ...problemOf(trial, verdicts[place]) }));
  }
}

function problemOf(trial, verdict) {
  const failed = verdict.marks.find(({ state }) => state === "failed");
  const told = failed ? `set ${failed.failure.set + 1}, ${failed.id}: ${failed.failure.says.en}` : "passes";
  return { told, problem: trial.right ? (verdict.passed ? null : `should pass, but fails at ${told}`) : fault(trial, failed, told) };
}

/** Why a wrong answer does not fail as its head states; null if it does. */
function fault({ name, fails, says, set }, failed, told) {
  if (!failed) return "should fail, but passes";
  const { failure } = failed;
  if (name.startsWith("wrong/") && !fails) return `does not say at which check it fails: ${told}`;
  if (fails && failed.id !== fails) return `should fail at ${fails}, but fails at ${told}`;
  if (says && ![failure.says.en, failure.says.fr].some((text) => text.includes(says))) return `should say "${says}", but says ${told}`;
  return set && failure.set + 1 !== Number(set) ? `should fail in set ${set}: ${told}` : null;
}
