// @ts-check
//! Checks an exercise's model, start, right and wrong answers; or any program as an answer.
//!
//!     node tools/exercise.mjs first-gather              all answers in tests/exercises/first-gather/
//!     node tools/exercise.mjs first-gather answer.py    one program: every mark, in English and French

import { readFileSync } from "node:fs";
import { Trials } from "../tests/exercises/trials.mjs";
import { exercise } from "./exercises.mjs";

const [id, path] = process.argv.slice(2);
if (!id) {
  console.error("exercise: name an exercise: node tools/exercise.mjs first-gather");
  process.exit(2);
}
const trials = new Trials();
const one = exercise(id);
if (path) {
  const verdict = await trials.verdict(one, readFileSync(path, "utf8"));
  for (const { id: check, state, title, failure } of verdict.marks) {
    console.log(`${state.padEnd(6)} ${check}: ${title.en} | ${title.fr}`);
    if (failure) console.log(`       set ${failure.set + 1} at ${failure.moment.time} s: ${failure.says.en}\n       ${failure.says.fr}`);
  }
  console.log(verdict.passed ? "passed" : "not passed");
} else {
  const results = await trials.results(one);
  const wrong = results.filter(({ problem }) => problem).length;
  for (const { name, problem, told } of results) console.log(`${problem ? "WRONG" : "ok   "} ${name}: ${problem ?? told}`);
  process.exitCode = wrong ? 1 : 0;
}
await trials.close();
