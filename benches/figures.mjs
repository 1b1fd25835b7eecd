// Prints the benches' results.

/** Prints a table: the first column aligned left, the figures aligned right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) {
    const cells = row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column])));
    console.log(cells.join("  ").trimEnd());
  }
}

/** Prints a title and a table. */
export function titled(title, rows) {
  console.log(`${title}\n`);
  table(rows);
  console.log();
}

/** Prints whether a bound is kept; a broken bound fails the bench. */
export function judge(kept, verdict) {
  if (kept) return console.log(`kept: ${verdict}.`);
  console.error(`bench: broken: ${verdict}.`);
  process.exitCode = 1;
}

export const quantile = (numbers, part) =>
  [...numbers].sort((one, other) => one - other)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
export const median = (numbers) => quantile(numbers, 0.5);
export const grouped = (number) => String(number).replace(/(?=(\d{3})+$)/g, (_, __, at) => (at > 0 ? " " : ""));
export const tenths = (number) => number.toFixed(1);
