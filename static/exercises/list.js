// @ts-check
//! The list of all exercises by chapter, with the learner's progress.

import { wordsOf } from "./panel_words.js";
import { score } from "./progress.js";
import { el, icon } from "./text.js";

/** @typedef {{ id: string, kind: string, level: number, title: { en: string, fr: string } }} Entry */
/** @typedef {{ id: string, title: { en: string, fr: string }, exercises: Entry[] }} Chapter */

/** @type {Promise<Chapter[]> | null} */
let chapters = null;

/** Fetches a file of this folder. @param {string} name */
export async function fetched(name) {
  const response = await fetch(new URL(name, import.meta.url), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

/** Fills an element with the list. @param {Element} host @param {string} language @param {string} [current] */
export async function list(host, language, current) {
  const words = wordsOf(language);
  try {
    chapters ??= fetched("index.json");
    const all = await chapters;
    host.replaceChildren(...all.map((chapter) => part(chapter, language, current)));
  } catch {
    chapters = null;
    host.replaceChildren(el("p", { class: "nothing", role: "status" }, words.missing));
  }
}

/** @param {Chapter} chapter @param {string} language @param {string} [current] */
function part({ title, exercises }, language, current) {
  const words = wordsOf(language);
  const passed = exercises.filter(({ id }) => score(id)?.passed).length;
  const heading = el("h3", {}, title[language], " ", el("small", {}, words.score(passed, exercises.length)));
  return el("div", {}, heading, el("ul", {}, ...exercises.map((entry) => el("li", {}, link(entry, language, current)))));
}

/** @param {Entry} entry @param {string} language @param {string} [current] */
function link({ id, title }, language, current) {
  const words = wordsOf(language);
  const there = score(id);
  const told = there?.passed ? words.done : there ? words.score(there.done, there.all) : "";
  const sign = icon(there?.passed ? "check" : "ring");
  return el("a", { href: `#/e/${id}`, "data-exercise": id, "aria-current": id === current ? "page" : undefined }, sign, el("span", {}, title[language]), el("span", { class: "t" }, told));
}
