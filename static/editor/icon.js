// @ts-check
// The icons of the editor: a shadow root cannot use the page's symbols.

const paths = {
  warn: "M8 2.5 14 13H2zM8 6.5v3M8 11.3h.01",
  cross: "m4 4 8 8M12 4l-8 8",
};

/** An icon, hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[name]);
  svg.append(path);
  return svg;
}

/** An element with a class and a content. */
export function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}
