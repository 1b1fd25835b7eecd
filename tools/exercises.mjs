// @ts-check
//! Reads the exercises of src/exercises/: each is a folder, and index.json lists them by chapter.
//!
//! Trunk calls this file at each build: exercises/all.json has all exercises, index.json their titles, panel.js the code that
//! shows them.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../src/exercises/", import.meta.url));
const panel = fileURLToPath(new URL("../static/exercises/panel.js", import.meta.url));
const languages = /** @type {const} */ (["en", "fr"]);

/** @typedef {import("../static/exercises/judge.js").Both} Both */

/** The chapters with the names of their exercises. @returns {{ id: string, title: Both, exercises: string[] }[]} */
export const chapters = () => JSON.parse(readFileSync(join(folder, "index.json"), "utf8"));

/** One exercise with all its files. @param {string} id @returns {import("../static/exercises/judge.js").Exercise & { task: Record<"en" | "fr", Task> }} */
export function exercise(id) {
  const read = (/** @type {string} */ name) => readFileSync(join(folder, id, name), "utf8");
  const declared = JSON.parse(read("exercise.json"));
  const given = declared.given ?? [];
  const files = Object.fromEntries([...given, ...(declared.drive ? [declared.drive] : [])].map((name) => [name, read(name)]));
  const [en, fr] = languages.map((language) => task(read(`task.${language}.md`), `${id}/task.${language}.md`));
  return { id, ...declared, given, files, start: read("start.py"), model: read("model.py"), task: { en, fr } };
}

/** @typedef {{ title: string, subtitle: string, text: string, hints: string[], solution: string }} Task */

/** A task in one language: `# title`, `*subtitle*`, the text, then sections of hints and of the solution. @param {string} text @param {string} name @returns {Task} */
export function task(text, name) {
  const [, title, subtitle, rest] = text.match(/^# (.+)\n+\*(.+)\*\n([^]*)$/) ?? [];
  if (!title) throw new Error(`${name} begins with no title and subtitle`);
  const [body, ...parts] = rest.split(/^## /m);
  const sections = parts.map((part) => {
    const end = part.indexOf("\n");
    return { heading: part.slice(0, end).trim(), text: part.slice(end + 1).trim() };
  });
  const hints = sections.filter(({ heading }) => heading === "Hint" || heading === "Indice").map((section) => section.text);
  const solution = sections.find(({ heading }) => heading === "Solution")?.text ?? "";
  return { title, subtitle, text: body.trim(), hints, solution };
}

/** The fields of the exercises that the contents show. */
export function contents() {
  return chapters().map(({ id, title, exercises }) => ({
    id,
    title,
    exercises: exercises.map((name) => {
      const { kind, level, task: texts } = exercise(name);
      return { id: name, kind, level, title: { en: texts.en.title, fr: texts.fr.title } };
    }),
  }));
}

/** @param {string} target the folder of the built page */
async function write(target) {
  const out = join(target, "exercises");
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "index.json"), `${JSON.stringify(contents())}\n`);
  const all = chapters().flatMap(({ exercises }) => exercises).map((id) => [id, exercise(id)]);
  writeFileSync(join(out, "all.json"), `${JSON.stringify(Object.fromEntries(all))}\n`);
  const { build } = await import("esbuild");
  await build({ entryPoints: [panel], outdir: out, bundle: true, charset: "utf8", format: "esm", logLevel: "warning", minify: true, target: "es2022" });
}

/** The folders that index.json does not name, and the names that have no folder. */
export function strays() {
  const named = chapters().flatMap(({ exercises }) => exercises);
  const there = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return [...there.filter((name) => !named.includes(name)), ...named.filter((name) => !there.includes(name))];
}

const target = process.env.TRUNK_STAGING_DIR;
if (process.argv[1] === fileURLToPath(import.meta.url) && target) await write(target);
