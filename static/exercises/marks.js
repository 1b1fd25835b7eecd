// @ts-check
//! The list of checks: each is done, fails, or is not judged yet. The first one that fails has its sentence, values and moment.

import { python } from "./compare.js";
import { demands } from "./judge.js";
import { el, icon, words as inline } from "./text.js";

/** Whether the model's run is shown above the learner's. The choice is kept for later checks. */
let ghost = false;

export class Marks {
  /** @param {any} panel @param {import("./judge.js").Exercise} exercise */
  constructor(panel, exercise) {
    this.panel = panel;
    this.exercise = exercise;
  }

  get ghost() {
    return ghost;
  }

  /** @param {import("./judge.js").Verdict | null} verdict */
  view(verdict) {
    const { words, language } = this.panel;
    const section = el("section", { class: "drill-marks", "aria-label": words.checks, "data-passed": verdict?.passed ?? false }, el("h3", {}, words.checks));
    if (verdict) section.append(el("ol", {}, ...verdict.marks.map((mark) => this.row(mark))), this.model(verdict));
    else section.append(el("ul", { class: "note" }, ...demands(this.exercise).map((title) => el("li", {}, ...inline(title[language])))));
    return section;
  }

  /** @param {import("./judge.js").Mark} mark */
  row({ id, title, state, failure }) {
    const { words, language } = this.panel;
    const sign = { done: "check", failed: "cross", open: "ring" }[state];
    const head = el("div", { class: "drill-row" }, icon(sign), el("span", {}, ...inline(title[language])), el("b", {}, words[state]));
    return el("li", { "data-state": state, "data-check": id }, head, failure ? this.fault(failure) : null);
  }

  /** @param {import("./judge.js").Failure} failure */
  fault(failure) {
    const { words, language } = this.panel;
    const time = String(Math.round(failure.moment.time * 1000) / 1000).replace(".", language === "fr" ? "," : ".");
    const lead = () => this.panel.lead(failure, true);
    return el(
      "div",
      { class: "drill-fault" },
      el("p", {}, ...inline(failure.says[language])),
      el("p", { class: "drill-values" }, words.set(failure.set + 1, this.exercise.sets.length), " · ", el("code", {}, this.call(failure.set))),
      el("button", { type: "button", class: "btn drill-lead", click: lead }, icon("out"), words.moment(time)),
      /^\d+$/.test(failure.moment.line) ? el("small", {}, words.line(failure.moment.line)) : null,
    );
  }

  /** The call with a set's arguments, in Python's syntax. @param {number} set */
  call(set) {
    const { function: name, sets } = this.exercise;
    const { arguments: values, values: given = {}, seed } = sets[set];
    const called = `${name}(${Object.values(values).map((value) => python(value)).join(", ")})`;
    const more = Object.entries(given).map(([place, value]) => `${place} = ${python(value)}`);
    return [called, ...more, ...(seed === undefined ? [] : [`${this.panel.words.seed} ${seed}`])].join("; ");
  }

  /** @param {import("./judge.js").Verdict} verdict */
  model(verdict) {
    const { words } = this.panel;
    const failed = verdict.marks.find(({ failure }) => failure)?.failure;
    const change = (/** @type {Event} */ event) => {
      ghost = /** @type {HTMLInputElement} */ (event.target).checked;
      this.panel.lead(failed ?? { set: 0, moment: null }, false);
    };
    return el("label", { class: "drill-ghost" }, el("input", { type: "checkbox", id: "ghost", checked: ghost, change }), words.ghost);
  }
}
