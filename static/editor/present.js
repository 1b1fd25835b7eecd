// @ts-check
// The present lines of the tasks: a chip with the task's name beside its line; the selected task's line is highlighted.

import { RangeSet, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, gutter, gutterLineClass, GutterMarker } from "@codemirror/view";
import { element } from "./icon.js";
import { labels } from "./text.js";
import { reporter, spoken } from "./facets.js";

const setPresent = StateEffect.define();

const presentField = StateField.define({
  create: () => ({ chips: RangeSet.empty, lit: Decoration.none, beside: RangeSet.empty }),
  update(value, transaction) {
    const given = transaction.effects.find((effect) => effect.is(setPresent));
    if (given) return picture(given.value, transaction.state);
    if (!transaction.docChanged) return value;
    const { chips, lit, beside } = value;
    const { changes } = transaction;
    return { chips: chips.map(changes), lit: lit.map(changes), beside: beside.map(changes) };
  },
  provide: (field) => [
    EditorView.decorations.from(field, ({ lit }) => lit),
    gutterLineClass.from(field, ({ beside }) => beside),
  ],
});

function picture(list, state) {
  const byLine = grouped(list);
  const rows = [...byLine].filter(([line]) => line >= 1 && line <= state.doc.lines).sort(([one], [other]) => one - other);
  const at = (line) => state.doc.line(line).from;
  const lit = rows.flatMap(([line, tasks]) => tasks.filter(({ selected }) => selected).slice(0, 1).map(({ state: end }) => [line, end]));
  return {
    chips: RangeSet.of(rows.map(([line, tasks]) => new Chips(tasks, state.facet(spoken)).range(at(line)))),
    lit: Decoration.set(lit.map(([line, end]) => Decoration.line({ class: "lit", attributes: { "data-end": end } }).range(at(line)))),
    beside: RangeSet.of(lit.map(([line, end]) => new Beside(end).range(at(line)))),
  };
}

/** Highlights a line in the gutters, like the line itself. */
class Beside extends GutterMarker {
  constructor(end) {
    super();
    this.elementClass = `lit ${end}`;
  }

  eq(other) {
    return other.elementClass === this.elementClass;
  }
}

function grouped(list) {
  const map = new Map();
  for (const one of list) map.set(one.line, [...(map.get(one.line) ?? []), one]);
  return map;
}

/**
 * The chips beside one line: two names if they fit, otherwise a number that opens the list, and the selected task. A narrow editor
 * shows only the number.
 */
class Chips extends GutterMarker {
  constructor(tasks, language) {
    super();
    this.tasks = tasks;
    this.language = language;
    this.key = JSON.stringify([tasks, language]);
  }

  eq(other) {
    return other.key === this.key;
  }

  toDOM() {
    const chosen = this.tasks.find(({ selected }) => selected);
    const box = element("div", "chips");
    box.dataset.count = this.tasks.length;
    const letters = this.tasks.map(({ name }) => name).join("").length;
    const fit = this.tasks.length === 1 || (this.tasks.length === 2 && letters <= 8);
    if (this.tasks.length > 1) box.append(this.more(this.tasks.length, chosen ? "narrow selected" : "narrow"));
    if (fit) box.append(...this.tasks.map((task) => this.chip(task)));
    else {
      box.append(this.more(this.tasks.length - (chosen ? 1 : 0)));
      if (chosen) box.append(this.chip(chosen));
    }
    return box;
  }

  chip({ task, name, state, selected }) {
    const chip = element("span", selected ? "chip selected" : "chip", name);
    chip.dataset.task = task;
    chip.dataset.end = state;
    chip.title = name;
    return chip;
  }

  more(count, className = "") {
    const chip = element("span", `chip more ${className}`, String(count));
    chip.title = labels(this.language).tasks(this.tasks.map(({ name }) => name));
    chip.dataset.more = "";
    return chip;
  }
}

/** Opens the list of a line's tasks, and reports the chosen one. */
function openList(view, chip, tasks) {
  view.dom.parentNode.querySelector(".tasks")?.remove();
  const list = element("div", "tasks");
  list.setAttribute("role", "menu");
  list.setAttribute("aria-label", labels(view.state.facet(spoken)).here);
  let open = true;
  const close = () => {
    // Removing the list takes its focus away, which calls `close` again.
    if (open) {
      open = false;
      list.remove();
    }
  };
  for (const { task, name, state } of tasks) {
    const item = element("button", "", name);
    item.type = "button";
    item.setAttribute("role", "menuitem");
    item.dataset.end = state;
    item.addEventListener("click", () => {
      close();
      view.focus();
      view.state.facet(reporter)({ type: "task", task });
    });
    list.append(item);
  }
  list.addEventListener("keydown", (event) => onListKey(event, list, () => (close(), view.focus())));
  list.addEventListener("focusout", ({ relatedTarget }) => list.contains(relatedTarget) || close());
  place(list, chip, view.dom.parentNode);
  list.firstChild.focus();
}

function place(list, chip, box) {
  const [at, frame] = [chip.getBoundingClientRect(), box.getBoundingClientRect()];
  list.style.left = `${Math.max(4, at.left - frame.left)}px`;
  list.style.top = `${at.bottom - frame.top + 2}px`;
  box.append(list);
  const below = frame.bottom - list.getBoundingClientRect().bottom;
  if (below < 4) list.style.top = `${Math.max(4, at.bottom - frame.top + 2 + below - 4)}px`;
}

function onListKey(event, list, leave) {
  const items = [...list.children];
  const index = items.indexOf(list.getRootNode().activeElement);
  const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: -1 }[event.key];
  if (event.key === "Escape") leave();
  else if (to !== undefined) items.at(to % items.length).focus();
  else return;
  event.preventDefault();
}

/** A click on a chip selects its task; on a number, it opens the list; elsewhere, it goes to the next time at which the line ran. */
export function onGutterClick(view, block, event) {
  const line = view.state.doc.lineAt(block.from).number;
  const chip = event.target.closest?.(".chip");
  if (chip?.dataset.task !== undefined) view.state.facet(reporter)({ type: "task", task: Number(chip.dataset.task) });
  else if (chip) {
    view.state.field(presentField).chips.between(block.from, block.from, (from, to, { tasks }) => openList(view, chip, tasks));
  } else view.state.facet(reporter)({ type: "line", line });
  return true;
}

/** The extensions for the tasks' lines. `gutter` has to come before the gutter of the line numbers. */
export const present = () => [
  presentField,
  gutter({
    class: "present",
    markers: (view) => view.state.field(presentField).chips,
    domEventHandlers: { click: onGutterClick },
  }),
];

/** The transaction that sets the tasks' lines in this file. */
export const presentOf = (list) => ({ effects: setPresent.of(list) });
