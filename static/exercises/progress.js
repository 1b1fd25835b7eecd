// @ts-check
//! What the browser keeps of the exercises: how many checks of each are done. Each has a key of its own, so two tabs lose nothing.

const prefix = "loopscope.marks.";

/** @typedef {{ done: number, all: number, passed: boolean }} Score */

/** @param {string} id @returns {Score | null} */
export function score(id) {
  try {
    const [done, all] = (localStorage.getItem(prefix + id) ?? "").split("/").map(Number);
    return all > 0 ? { done, all, passed: done === all } : null;
  } catch {
    return null; // A browser may keep nothing.
  }
}

/** Keeps a score; one that has been passed stays so. @param {string} id @param {number} done @param {number} all */
export function keep(id, done, all) {
  if (score(id)?.passed) return;
  try {
    localStorage.setItem(prefix + id, `${done}/${all}`);
  } catch {
    return;
  }
}
