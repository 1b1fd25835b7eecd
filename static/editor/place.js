// @ts-check
// Positions in a text. Outside of the editor a position is a line and a column, both from 1, in UTF-16 units as in JavaScript.

/** The offset of a position. Beyond the end of the text or of a line, it is that end. */
export function offsetFromPlace(text, line, column) {
  const row = text.line(Math.min(Math.max(line, 1), text.lines));
  return Math.min(row.from + Math.max(column, 1) - 1, row.to);
}

/** The position of an offset. */
export function placeFromOffset(text, offset) {
  const row = text.lineAt(offset);
  return { line: row.number, column: offset - row.from + 1 };
}

/** The smallest change from `before` to `after`. Their common start and end are not changed, so the caret and marks there stay. */
export function changeBetween(before, after) {
  const least = Math.min(before.length, after.length);
  let from = 0;
  while (from < least && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < least - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}
