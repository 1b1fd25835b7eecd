// @ts-check
// Moves data from the program into one of its parts (tools/parts.mjs).

/** @typedef {{ offset: number, data: Uint8Array }} Piece */
/** @typedef {{ address: number, size: number }} Place */

/** A copy of the program's data. @param {any} program @returns {Piece[]} */
export function dataOf(program) {
  return Array.from({ length: program.getNumDataSegments() }, (_, index) => {
    const { offset, data } = program.getDataSegmentInfo(program.getDataSegmentByIndex(index));
    return { offset, data: new Uint8Array(data).slice() };
  });
}

/**
 * Returns the data of the moved symbols, without bytes that a kept symbol shares, and sets them to zero in the program.
 *
 * @param {any} program
 * @param {Place[]} moved
 * @param {Place[]} kept
 */
export function takeData(program, moved, kept) {
  const memory = program.getMemoryInfo();
  const segments = dataOf(program);
  /** @type {Piece[]} */
  const pieces = [];
  // Only the first segment has constant data. The data of the other segments stays in the program.
  const [{ offset, data }] = segments;
  const goes = new Uint8Array(data.length);
  const mark = (/** @type {Place[]} */ symbols, /** @type {number} */ value) => {
    for (const { address, size } of symbols) if (address >= offset) goes.fill(value, address - offset, Math.max(0, address - offset + size));
  };
  mark(moved, 1);
  mark(kept, 0);
  for (let from = goes.indexOf(1); from >= 0; ) {
    const end = goes.indexOf(0, from);
    const to = end < 0 ? goes.length : end;
    pieces.push({ offset: offset + from, data: data.slice(from, to) });
    data.fill(0, from, to);
    from = goes.indexOf(1, to);
  }
  const again = segments.map((segment) => ({ offset: program.i32.const(segment.offset), data: segment.data }));
  program.removeExport("memory");
  program.setMemory(memory.initial, memory.max ?? -1, "memory", again, memory.shared, memory.is64, "0");
  return pieces;
}
