// @ts-check
// Opens a Python file, a notebook, or pasted text. Other content is refused with a code.

import { linesOf } from "./lines.js";
import { isNotebook, programOfNotebook } from "./notebook.js";

/** The most bytes of a program. A notebook's file may be larger, since it contains pictures. */
export const longestProgram = 1024 * 1024;
const longestNotebook = 32 * 1024 * 1024;

const refused = (code) => Object.assign(new Error(code), { code });

/**
 * Opens a file that was dropped or chosen.
 *
 * @param {string} name the file's name with its extension
 * @param {ArrayBuffer | Uint8Array} content
 * @returns {{ name: string, text: string, notebook: boolean, notes: { code: string, line?: number }[] }} throws an error with `code` "too_big",
 *   "binary", "not_a_notebook", "not_python" or "no_code"
 */
export function openFile(name, content) {
  const bytes = new Uint8Array(content);
  const notebook = /\.ipynb$/i.test(name);
  if (bytes.length > (notebook ? longestNotebook : longestProgram)) throw refused("too_big");
  const { text, notes } = textFrom(bytes);
  const opened = openText(text, notebook);
  return { name: name.replace(/\.(ipynb|pyw?|txt)$/i, "") + ".py", ...opened, notes: [...notes, ...opened.notes] };
}

/**
 * Opens pasted text or the text of a file. A notebook's JSON becomes its program. `notebook` says whether it must run as a
 * notebook.
 *
 * Notes: "crlf" and "tabs" say what was changed, "magics" that lines of a notebook became comments, "python2" that the program is
 * written for Python 2, at this line.
 */
export function openText(given, isJson = looksLikeNotebook(given)) {
  const taken = isJson ? programOfNotebook(given, refused) : { text: given.replace(/^\uFEFF/, ""), notes: [] };
  if (new Blob([taken.text]).size > longestProgram) throw refused("too_big");
  const notes = [...taken.notes];
  let { text } = taken;
  if (text.includes("\r")) {
    text = text.replace(/\r\n?/g, "\n");
    notes.push({ code: "crlf" });
  }
  if (text.includes("\0")) throw refused("binary");
  const spaced = withoutTabs(text);
  if (spaced !== text) notes.push({ code: "tabs" });
  const line = pythonTwoLine(spaced);
  if (line) notes.push({ code: "python2", line });
  return { text: spaced, notebook: isNotebook(spaced), notes };
}

function looksLikeNotebook(text) {
  return /^\s*\{[^]{0,2000}"(cells|worksheets|nbformat)"\s*:/.test(text);
}

/** The text of a file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, with a note. */
function textFrom(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), notes: [] };
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), notes: [] };
  if (isBinary(bytes)) throw refused("binary");
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), notes: [{ code: "not_utf8" }] };
  }
}

/** Whether the bytes cannot be text: they have a zero byte, or more than a few other control characters. */
function isBinary(bytes) {
  const head = bytes.subarray(0, 65_536);
  if (bytes.includes(0)) return true;
  const strange = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127).length;
  return strange > head.length / 100;
}

/** The spaces and tabs with which a line begins. */
const indentOf = (line) => line.slice(0, line.search(/[^ \t]|$/));

/**
 * Replaces the tabs of the indentation by spaces. If tabs and spaces are both used, a tab goes to the next multiple of eight, as in
 * CPython; otherwise a tab is four spaces. Strings over several lines are not changed.
 */
function withoutTabs(text) {
  const lines = linesOf(text);
  const indents = lines.filter(({ within }) => within !== "string").map(({ text: line }) => indentOf(line));
  if (!indents.some((indent) => indent.includes("\t"))) return text;
  const width = indents.some((indent) => indent.includes(" ")) ? 8 : 4;
  const spaced = ({ text: line, within }) => {
    if (within === "string") return line;
    const indent = indentOf(line);
    const column = [...indent].reduce((at, letter) => (letter === "\t" ? at + width - (at % width) : at + 1), 0);
    return " ".repeat(column) + line.slice(indent.length);
  };
  return lines.map(spaced).join("\n");
}

/** Statements of Python 2 that Python 3 refuses, in code without strings. */
const pythonTwoStatements = [
  /^print(\s+(?![=.([,:]|(in|is|and|or|if|not in|else)\b)|\s*>>)\S/,
  /[;:]\s*print\s+(?!if\b|else\b)\S/,
  /^except\s+[\w.()]+\s*,\s*\w+\s*:/,
  /^raise\s+[\w.]+\s*,\s*\S/,
  /^exec\s+(""|[\w.]+\s+in\b)/,
];
/** Python 2 syntax that may occur anywhere in a line. */
const pythonTwoWords = [
  /<>/,
  /`/,
  /(?<![\w.])0[0-9]*[1-9][0-9]*\b(?![.ej])/i,
  /(?<![\w.])\d+L\b/i,
  /\bur""/i,
  /\.(iteritems|itervalues|iterkeys|has_key)\(/,
  /^(import|from)\s+(urllib2|Queue|StringIO|ConfigParser|cPickle|Tkinter)\b/,
];
const pythonTwoNames = /\b(xrange|raw_input|unicode|basestring)\s*\(/;

/** The number of the first line that only Python 2 accepts, or 0. */
export function pythonTwoLine(text) {
  const lines = linesOf(text);
  const owns = (name) => new RegExp(`\\b(def|class|import|as)\\s+${name}\\b|\\b${name}\\s*=`).test(text);
  const isOld = ({ code, within }) => {
    const bare = code.trim();
    const name = pythonTwoNames.exec(bare)?.[1];
    return pythonTwoWords.some((rule) => rule.test(bare)) || (within === null && pythonTwoStatements.some((rule) => rule.test(bare))) || (name && !owns(name));
  };
  const index = lines.findIndex((line) => line.within !== "string" && isOld(line));
  return index + 1;
}
