// Runs every exercise on the engine: the model and the right answers pass with all sets; each wrong answer fails the check that it names.

import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { always, kinds } from "../../static/exercises/checks.js";
import english from "../../static/exercises/words.en.js";
import french from "../../static/exercises/words.fr.js";
import { chapters, exercise, strays } from "../../tools/exercises.mjs";
import { Trials } from "./trials.mjs";

/** An engine runs one program at a time, so two of them answer two exercises at once. */
const engines = [new Trials(), new Trials()];
after(() => Promise.all(engines.map((engine) => engine.close())));

test("every folder is in a chapter, and every name has a folder", () => assert.deepEqual(strays(), []));

test("every exercise has at least ten wrong answers and three right ones", () => {
  for (const { exercises } of chapters()) {
    for (const id of exercises) {
      const names = engines[0].of(exercise(id)).map(({ name }) => name.split("/")[0]);
      assert.ok(names.filter((kind) => kind === "right").length >= 3, `${id}: right answers`);
      assert.ok(names.filter((kind) => kind === "wrong").length >= 10, `${id}: wrong answers`);
    }
  }
});

test("every kind of check has a title and the same sentences in both languages", () => {
  for (const kind of Object.keys(kinds)) {
    const [en, fr] = [english[kind], french[kind]];
    assert.ok(en?.title && fr?.title, kind);
    const keys = ({ says }) => (typeof says === "string" ? [] : Object.keys(says));
    assert.deepEqual(keys(en), keys(fr), kind);
    assert.deepEqual(braces(en), braces(fr), kind);
  }
});

const braces = (words) => [...JSON.stringify(words).matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

describe("the answers", { concurrency: engines.length }, () => {
  const free = [...engines];
  for (const id of chapters().flatMap(({ exercises }) => exercises)) {
    test(id, async (context) => {
      const one = exercise(id);
      checkForm(one);
      const engine = free.pop();
      const results = await engine.results(one).finally(() => free.push(engine));
      for (const { name, problem } of results) await context.test(name, () => assert.equal(problem, null));
    });
  }
});

function checkForm(one) {
  assert.ok(one.sets.length >= 3, "at least three sets");
  assert.equal(one.task.en.hints.length, one.task.fr.hints.length);
  assert.ok(one.task.en.hints.length >= 2 && one.task.en.solution && one.task.fr.solution, "hints and a solution");
  const names = one.checks.map(({ check, id }) => id ?? check);
  assert.equal(new Set([...always, ...names]).size, always.length + names.length, "each check has a name of its own");
  for (const { check, title, says } of one.checks) {
    assert.ok(kinds[check], check);
    for (const text of [title, says].filter(Boolean)) if (text.en) assert.ok(text.fr, `${check} in French`);
  }
  if (one.kind === "hunt") assert.ok(one.start_fails, "a hunt says at which check its program fails");
}
