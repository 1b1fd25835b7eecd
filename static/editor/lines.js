// @ts-check
// Splits Python's text into lines, and finds which lines start within a string or within brackets.

/** The start of a string, with its prefix. */
const quotes = /[rbfut]{0,2}("""|'''|"|')/iy;

/**
 * Splits a program into its lines.
 *
 * @param {string} text with \n between lines
 * @returns {{ text: string, code: string, within: "string" | "brackets" | null }[]} `code` is the line without strings and
 *   comments; `within` says whether the line starts in a string or in brackets (or after a backslash at the end of the previous line)
 */
export function linesOf(text) {
  let open = null; // the quotes of the string that is open
  let depth = 0;
  let continued = false;
  return text.split("\n").map((line) => {
    const within = open ? "string" : depth > 0 || continued ? "brackets" : null;
    const read = scan(line, open, depth);
    ({ open, depth } = read);
    continued = !open && /\\$/.test(line) && !read.comment;
    return { text: line, code: read.code, within };
  });
}

function scan(line, openBefore, depthBefore) {
  let open = openBefore;
  let depth = depthBefore;
  let code = "";
  let at = 0;
  while (at < line.length) {
    if (open) {
      const end = endOfString(line, at, open);
      if (end < 0) return { open: open.length === 3 || line.endsWith("\\") ? open : null, depth, code };
      open = null;
      at = end;
      continue;
    }
    const letter = line[at];
    if (letter === "#") return { open, depth, code, comment: true };
    const bare = beginningAt(line, at);
    if (bare) {
      open = bare[1];
      at += bare[0].length;
      code += `${bare[0].slice(0, -bare[1].length)}""`;
      continue;
    }
    if ("([{".includes(letter)) depth += 1;
    if (")]}".includes(letter)) depth = Math.max(0, depth - 1);
    code += letter;
    at += 1;
  }
  return { open: open?.length === 3 ? open : null, depth, code };
}

/** The start of a string at this index, if there is one. */
function beginningAt(line, at) {
  if (!/["'rbfut]/i.test(line[at])) return null;
  if (/[rbfut]/i.test(line[at]) && /\w/.test(line[at - 1] ?? "")) return null;
  quotes.lastIndex = at;
  return quotes.exec(line);
}

/** The index after the end of the string that is open at `at`, or -1. */
function endOfString(line, at, quote) {
  for (let place = at; place < line.length; place += 1) {
    if (line[place] === "\\") place += 1;
    else if (line.startsWith(quote, place)) return place + quote.length;
  }
  return -1;
}
