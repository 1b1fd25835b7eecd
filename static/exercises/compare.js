// @ts-check
//! Compares values and times of two runs.

const inexact = 1e-6; // seconds; for numbers, the relative difference

/** @param {number} one @param {number} other */
export function near(one, other) {
  return Math.abs(one - other) <= inexact * Math.max(1, Math.abs(one), Math.abs(other));
}

/**
 * Whether two values of the log are equal; `unordered` ignores the order of the outermost list.
 * @param {any} one @param {any} other @param {boolean} [unordered] @returns {boolean}
 */
export function equal(one, other, unordered = false) {
  if (typeof one === "number" && typeof other === "number") return near(one, other);
  if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  if (Array.isArray(one)) {
    const [left, right] = unordered ? [sorted(one), sorted(other)] : [one, other];
    return left.length === right.length && left.every((item, place) => equal(item, right[place]));
  }
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other && equal(one[name], other[name]));
}

/** @param {any[]} list */
function sorted(list) {
  return list.map((item) => JSON.stringify(item)).sort().map((text) => JSON.parse(text));
}

/** A value for a sentence: as Python writes it, and shortened. @param {any} value */
export function short(value) {
  const text = python(value);
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}

/** A value in Python's words. @param {any} value @returns {string} */
export function python(value) {
  if (value === undefined || value === null) return "None";
  if (value === true || value === false) return value ? "True" : "False";
  if (Array.isArray(value)) return `[${value.map(python).join(", ")}]`;
  if (typeof value === "number") return String(Number(value.toFixed(6)));
  if (typeof value !== "object") return JSON.stringify(value);
  if ("error" in value) return `${value.error}(${JSON.stringify(value.message)})`;
  if ("set" in value) return `{${value.set.map(python).join(", ")}}`;
  return `{${Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}: ${python(item)}`).join(", ")}}`;
}
