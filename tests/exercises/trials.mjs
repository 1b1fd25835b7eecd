//! The answers of an exercise, run through the lab's engine in Node and judged as the page judges them.
//!
//! A right answer passes on every set. A wrong answer begins with the check that it must fail at, and words of the sentence:
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

  /** What the checks say of a program. */
  async verdict(exercise, source) {
    let log = "";
    await this.lab.run(request(exercise, source), (lines) => (log += lines));
    return judge(exercise, log);
  }

  /**
   * What the checks say of many programs, which share a worker as long as their runs come to an end of their own: a start of
   * the engine takes longer than all runs of an answer.
   */
  async verdicts(exercise, sources) {
    const count = exercise.sets.length;
    const [models] = await this.logs(exercise, [exercise.model]);
    const answers = [];
    while (answers.length < sources.length) answers.push(...(await this.logs(exercise, sources.slice(answers.length))));
    return answers.map((logs) => judgeLogs(exercise, models, logs.slice(0, count)));
  }

  /** The logs of the first programs of these, up to the first whose run was broken off. */
  async logs(exercise, sources) {
    let log = "";
    await this.lab.run(requestOf(runsOf(exercise, sources)), (lines) => (log += lines));
    const [logs, count] = [split(log), exercise.sets.length];
    return Array.from({ length: Math.ceil(logs.length / count) }, (_, place) => logs.slice(place * count, (place + 1) * count));
  }

  /** All programs of which it is known whether they are right. */
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

  /** All programs with what is not as it should be with each (null if all is), and what the checks said (`told`). */
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

/** How a wrong answer fails otherwise than it says. */
function fault({ name, fails, says, set }, failed, told) {
  if (!failed) return "should fail, but passes";
  const { failure } = failed;
  if (name.startsWith("wrong/") && !fails) return `does not say at which check it fails: ${told}`;
  if (fails && failed.id !== fails) return `should fail at ${fails}, but fails at ${told}`;
  if (says && ![failure.says.en, failure.says.fr].some((text) => text.includes(says))) return `should say "${says}", but says ${told}`;
  return set && failure.set + 1 !== Number(set) ? `should fail in set ${set}: ${told}` : null;
}
