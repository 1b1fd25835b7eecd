//! The answers of an exercise, run through the lab's engine in Node and judged as the page judges them.
//!
//! A right answer passes on every set. A wrong answer begins with the check that it must fail at, and words of the sentence:
//!
//!     # fails: together
//!     # says: At most 1 of 3

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { judge, request } from "../../static/exercises/judge.js";
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

  /** What is not as it should be with an answer; nothing if all is. Leaves in `told` what was said. */
  async run(exercise, trial) {
    const verdict = await this.verdict(exercise, trial.source);
    const failed = verdict.marks.find(({ state }) => state === "failed");
    trial.told = failed ? `set ${failed.failure.set + 1}, ${failed.id}: ${failed.failure.says.en}` : "passes";
    if (trial.right) return verdict.passed ? null : `should pass, but fails at ${trial.told}`;
    if (verdict.passed) return "should fail, but passes";
    if (trial.name.startsWith("wrong/") && !trial.fails) return `does not say at which check it fails: ${trial.told}`;
    if (trial.fails && failed.id !== trial.fails) return `should fail at ${trial.fails}, but fails at ${trial.told}`;
    if (trial.says && ![failed.failure.says.en, failed.failure.says.fr].some((text) => text.includes(trial.says))) return `should say "${trial.says}", but says ${trial.told}`;
    return trial.set && failed.failure.set + 1 !== Number(trial.set) ? `should fail in set ${trial.set}: ${trial.told}` : null;
  }
}
