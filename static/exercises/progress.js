// @ts-check
//! The learner's progress in the browser's storage: the number of done checks. Each exercise has its own key, so two tabs lose nothing.

const prefix = "loopscope.marks.";

/** @typedef {{ done: number, all: number, passed: boolean }} Score */

/** @param {string} id @returns {Score | null} */
export function score(id) {
  try {
    const [done, all] = (localStorage.getItem(prefix + id) ?? "").split("/").map(Number);
    return all > 0 ? { done, all, passed: done === all } : null;
  } catch {
    return null; // The browser may have no storage.
  }
}

/** Stores a score. A passed exercise stays passed. @param {string} id @param {number} done @param {number} all */
export function keep(id, done, all) {
  if (score(id)?.passed) return;
  try {
    localStorage.setItem(prefix + id, `${done}/${all}`);
  } catch {
    return;
  }
}
