// @ts-check
// The program of a notebook: its code cells, with notebook syntax turned into comments.
//
// Each cell starts with a line `# %%`, as in other editors. The engine runs such a program cell by cell.

import { linesOf } from "./lines.js";

const mark = "# %%";

/** Cell magics whose cells contain Python. */
const harmless = /^%%(time|timeit|capture|prun|python3?|py|memit)\b/;

/**
 * Joins the code cells of a notebook's JSON.
 *
 * @param {string} json
 * @param {(code: string) => Error} refused creates the error for "not_a_notebook", "not_python" or "no_code"
 * @returns {{ text: string, notes: { code: string, line?: number }[] }}
 */
export function programOfNotebook(json, refused) {
  const notebook = parsed(json);
  const cells = notebook?.cells ?? notebook?.worksheets?.flatMap(({ cells: inner }) => inner ?? []);
  if (!Array.isArray(cells)) throw refused("not_a_notebook");
  const { kernelspec, language_info: info } = notebook.metadata ?? {};
  const language = kernelspec?.language ?? info?.name ?? "python";
  if (!/^i?python/i.test(language)) throw refused("not_python");
  const sources = cells.filter((cell) => cell?.cell_type === "code").map(sourceOf);
  const programs = sources.filter((source) => source.trim() !== "").map(withoutMagics);
  if (programs.length === 0) throw refused("no_code");
  const text = programs.map(({ text: one }) => `${mark}\n${one.trimEnd()}\n`).join("\n");
  return { text, notes: programs.some(({ changed }) => changed) ? [{ code: "magics" }] : [] };
}

/**
 * Whether a program must run as a notebook: it has cell marks, or an await outside every function.
 *
 * @param {string} text
 */
export function isNotebook(text) {
  const functions = []; // the indents of the functions around the line
  return linesOf(text).some(({ text: line, code, within }) => {
    if (within === "string") return false;
    if (within === null && line.startsWith(mark)) return true;
    if (code.trim() === "") return false;
    const indent = line.length - line.trimStart().length;
    while (within === null && functions.length > 0 && functions.at(-1) >= indent) functions.pop();
    if (within === null && /^\s*(async\s+)?def\b/.test(code)) functions.push(indent);
    return functions.length === 0 && /(^|[^\w.])(await\b\s*[\w(["]|async\s+(for|with)\b)/.test(code);
  });
}

function parsed(json) {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}

function sourceOf(cell) {
  const source = cell.source ?? cell.input ?? "";
  return (Array.isArray(source) ? source.join("") : String(source)).replace(/\r\n?/g, "\n");
}

/** Turns magics, shell commands and help requests (`x?`) into comments. An indented one becomes `pass`, so that no block is empty. */
function withoutMagics(source) {
  const first = source.trimStart();
  if (first.startsWith("%%") && !harmless.test(first)) {
    return { text: source.split("\n").map(commented).join("\n"), changed: true };
  }
  let changed = false;
  const lines = linesOf(source).map(({ text, code, within }) => {
    if (within !== null || !isMagic(code)) return text;
    changed = true;
    const rest = text.trimStart();
    const indent = text.slice(0, text.length - rest.length);
    return indent ? `${indent}pass  # ${rest}` : commented(rest);
  });
  return { text: lines.join("\n"), changed };
}

/** A line as a comment that does not look like a cell mark. */
function commented(line) {
  return `${line.startsWith("%%") ? "#" : "# "}${line}`.trimEnd();
}

function isMagic(code) {
  return /^\s*(%{1,2}[a-zA-Z]|!|\?)/.test(code) || /^\s*[\w.]+\s*=\s*(%[a-zA-Z]|!)/.test(code) || /^\s*[\w.]+\?{1,2}\s*$/.test(code);
}
