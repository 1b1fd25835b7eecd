// Both languages have every text of the editor, and French has its spaces before punctuation.

import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "../../static/editor/text.en.js";
import { french } from "../../static/editor/text.fr.js";
import { hintCodes, hintWords } from "../../static/editor/text.js";
import { methods, names } from "../../static/editor/words.js";
import { sentences as inEnglish } from "../../static/editor/words.en.js";
import { sentences as inFrench } from "../../static/editor/words.fr.js";

const wanted = [
  ...names.map(({ name }) => [name]),
  ...Object.entries(methods).flatMap(([owner, list]) => list.map(({ name }) => [`${owner}.${name}`, name])),
];

test("every name of asyncio has a sentence in both languages, and every sentence a name", () => {
  for (const sentences of [inEnglish, inFrench]) {
    const used = wanted.map((keys) => keys.find((key) => key in sentences));
    assert.deepEqual(wanted.filter((_, index) => !used[index]), []);
    assert.deepEqual(Object.keys(sentences).filter((key) => !used.includes(key)), []);
  }
});

test("at least sixty names are completed", () => {
  assert.ok(new Set(wanted.map((keys) => keys[0])).size >= 60);
});

test("both languages have the same labels and hints, with the same placeholders", () => {
  assert.deepEqual(Object.keys(french.labels), Object.keys(english.labels));
  assert.deepEqual(Object.keys(french.hints), hintCodes);
  for (const code of hintCodes) {
    const [en, fr] = [english.hints[code], french.hints[code]];
    assert.deepEqual(Object.keys(fr), Object.keys(en), code);
    assert.equal(fr.why.includes("{name}"), en.why.includes("{name}"), code);
    assert.doesNotMatch(hintWords({ code, name: "f" }, "fr").message, /[{}]/);
  }
});

test("French has no-break spaces before its punctuation", () => {
  const said = [...Object.values(inFrench), ...Object.values(french.phrases), ...Object.values(french.hints).flatMap(Object.values), french.labels.tasks([])];
  for (const text of said) {
    assert.doesNotMatch(text, /[ \w][;!?](?!\w)| [:]|\w:(?= |$)/, text);
    assert.doesNotMatch(text, /'/, text);
  }
});
