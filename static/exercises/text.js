// @ts-check
//! Creates elements, also from the Markdown of tasks: paragraphs, lists, code, bold and italic words.

/**
 * An element with attributes and children. An attribute whose value is a function listens to the event of that name.
 * @param {string} tag @param {Record<string, any>} [attributes] @param {...(Node | string | null | undefined)} children
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** One of the page's drawn signs. @param {string} name */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "ic");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A text of several paragraphs. @param {string} text */
export function prose(text) {
  const blocks = text.split(/^```\w*\n([^]*?)^```$/m);
  return blocks.flatMap((block, place) => (place % 2 ? [code(block)] : paragraphs(block)));
}

/** A program, or a part of one. @param {string} text */
export const code = (text) => el("pre", { tabindex: "0" }, el("code", {}, text.trimEnd()));

/** @param {string} text */
function paragraphs(text) {
  return text.split(/\n\s*\n/).map((part) => part.trim()).filter(Boolean).map((part) => {
    if (!part.startsWith("- ")) return el("p", {}, ...words(part));
    const items = part.split(/^- /m).filter((item) => item.trim());
    return el("ul", {}, ...items.map((item) => el("li", {}, ...words(item.trim()))));
  });
}

/** The words of one paragraph. @param {string} text @returns {(Node | string)[]} */
export function words(text) {
  const parts = text.replace(/\s*\n\s*/g, " ").split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/);
  return parts.filter(Boolean).map((part) => {
    if (part.startsWith("`") && part.length > 2) return el("code", {}, part.slice(1, -1));
    if (part.startsWith("**") && part.length > 4) return el("strong", {}, part.slice(2, -2));
    return part.startsWith("*") && part.endsWith("*") && part.length > 2 ? el("em", {}, part.slice(1, -1)) : part;
  });
}
