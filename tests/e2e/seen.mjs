// Measures what of the timeline and of the code is visible.

/** Whether the ruler is visible, and how many of all lanes are: not behind the run bar, and not cut off. */
export function seen(page) {
  return page.evaluate(() => {
    const bar = document.querySelector("#run-bar").getBoundingClientRect();
    const below = bar.bottom >= innerHeight - 1 && bar.top > innerHeight / 2;
    const [top, bottom] = below ? [0, bar.top] : [bar.bottom, innerHeight];
    const box = document.querySelector("#timeline").getBoundingClientRect();
    const ruler = document.querySelector(".row.ruler").getBoundingClientRect();
    const inside = (frame, from) =>
      frame.top >= Math.max(from, box.top) - 1 && frame.bottom <= Math.min(bottom, box.bottom) + 1;
    const lanes = [...document.querySelectorAll(".row.lane")].map((lane) => lane.getBoundingClientRect());
    return { ruler: inside(ruler, top), lanes: lanes.filter((lane) => inside(lane, ruler.bottom)).length, all: lanes.length };
  });
}

/**
 * Of each highlighted line of code, and of the cursor: whether it is visible, with nothing above it and nothing cut off.
 *
 * @returns {Promise<{ lines: { text: string, visible: boolean }[], cursor: boolean }>}
 */
export function codeAndCursor(page) {
  return page.evaluate(() => {
    const isInside = (inner, outer) => inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
    const isOnTop = (element, x, y) => element.contains(document.elementFromPoint(x, y));
    const lines = [...document.querySelectorAll("#panel .l.on")].map((line) => {
      const [frame, box] = [line, line.closest("pre")].map((element) => element.getBoundingClientRect());
      const middle = frame.top + frame.height / 2;
      return { text: line.textContent.trim(), visible: isInside(frame, box) && isOnTop(line, box.left + 60, middle) };
    });
    const time = document.querySelector("#cursor-time");
    const { left, right, top, bottom } = time.getBoundingClientRect();
    const cursor = document.querySelector("#cursor").getBoundingClientRect();
    const isNear = Math.abs((left + right) / 2 - cursor.left) < right - left;
    return { lines, cursor: isNear && isOnTop(time.parentElement, (left + right) / 2, (top + bottom) / 2) };
  });
}
