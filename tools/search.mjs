// @ts-check
//! Collects the words that the search of the contents loads with the first key: the words of guides, course pages and exercises.
//!
//! Trunk calls this file at each build. It writes search.txt; src/app/course/words.rs has its format.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chapters, exercise } from "./exercises.mjs";

const texts = fileURLToPath(new URL("../src/text/", import.meta.url));
const languages = /** @type {const} */ (["en", "fr"]);
const shortest = 3; // letters: shorter words are in every text

/** The words of texts in small letters without accents, each once. @param {string[]} texts */
export function wordsOf(...texts) {
  const plain = texts.join(" ").replaceAll(/\\u\{[0-9a-f]+\}/g, " ").toLowerCase().normalize("NFD").replaceAll(/[\u0300-\u036f]/g, "");
  return [...new Set(plain.match(/[a-z0-9_]+/g) ?? [])].sort().join(" ");
}

/** The words of a text in both languages, without values to try and addresses. @param {string} folder @param {string} name */
function prose(folder, name) {
  const both = languages.map((language) => readFileSync(join(texts, folder, `${name}.${language}.md`), "utf8"));
  const told = both.map((text) => text.replaceAll(/^\{.*\}$/gm, "").replaceAll(/\]\([^)]*\)/g, "]"));
  return long(wordsOf(...told));
}

/** @param {string} words */
const long = (words) => words.split(" ").filter((word) => word.length >= shortest).join(" ");

/** The names of the texts in a folder. @param {string} folder */
const namesIn = (folder) => [...new Set(readdirSync(join(texts, folder)).map((file) => file.split(".")[0]))].sort();

/** @param {string} id @param {{ en: string, fr: string }} chapter */
function ofExercise(id, chapter) {
  const { kind, task, model, start } = exercise(id);
  const used = [...`${model}\n${start}`.matchAll(/asyncio\.(\w+)/g)].map(([, name]) => name);
  const names = wordsOf(id, chapter.en, chapter.fr, task.en.subtitle, task.fr.subtitle, ...used);
  return [kind === "hunt" ? "h" : "e", id, task.en.title, task.fr.title, names, long(wordsOf(task.en.text, task.fr.text))];
}

/** One line for each scenario's guide, reading and exercise: kind, id, titles, names, words. */
export function lines() {
  const guides = namesIn("guides").map((name) => ["s", name.replaceAll("_", "-"), "", "", "", prose("guides", name)]);
  const readings = namesIn("course").map((name) => ["r", name, "", "", "", prose("course", name)]);
  const exercises = chapters().flatMap(({ title, exercises }) => exercises.map((id) => ofExercise(id, title)));
  return [...guides, ...readings, ...exercises];
}

const target = process.env.TRUNK_STAGING_DIR;
if (process.argv[1] === fileURLToPath(import.meta.url) && target) {
  writeFileSync(join(target, "search.txt"), lines().map((line) => `${line.join("\t")}\n`).join(""));
}
