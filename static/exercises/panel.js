// @ts-check
//! The panel of an exercise: its task, Check and the marks, hints, the list of all. The page's program loads it with the exercise.
//!
//!     mount(host, bridge) -> { setLanguage(code), destroy() }      list(host, language)
//!
//! bridge: `id`, `language`; `open({ title, files: [{ name, text }], anew })` shows the answer's files in the editor; `source()` gives
//! returns the answer; `lead({ log, model, title, time, events, line })` shows a run at a moment; `engine()` is a promise of the engine.

import { list, fetched } from "./list.js";
import { judge, request } from "./judge.js";
import { Marks } from "./marks.js";
import { wordsOf } from "./panel_words.js";
import { keep } from "./progress.js";
import { code, el, icon, prose, words as inline } from "./text.js";

export { list };

/** @typedef {import("./judge.js").Exercise & { task: Record<string, import("../../tools/exercises.mjs").Task> }} Whole */

/** @type {Promise<Record<string, Whole>> | null} */
let all = null;

/** @param {HTMLElement} host @param {any} bridge */
export function mount(host, bridge) {
  const panel = new Panel(host, bridge);
  panel.begin();
  return panel;
}

class Panel {
  /** @param {HTMLElement} host @param {any} bridge */
  constructor(host, bridge) {
    this.host = host;
    this.bridge = bridge;
    this.language = bridge.language;
    this.hints = 0;
    this.solved = false;
    /** @type {Whole | null} */
    this.exercise = null;
    /** @type {import("./judge.js").Verdict | null} */
    this.verdict = null;
    this.source = "";
    this.gone = false;
    this.said = () => "";
  }

  async begin() {
    try {
      all ??= fetched("all.json");
      this.exercise = (await all)[this.bridge.id] ?? null;
    } catch {
      all = null;
      return this.host.replaceChildren(el("p", { class: "note", role: "alert" }, wordsOf(this.language).missing));
    }
    if (this.gone) return;
    if (this.exercise) this.open(false);
    this.render();
    this.host.querySelector("h2")?.focus();
  }

  /** @param {boolean} anew */
  open(anew) {
    const { start, given, files, task } = /** @type {Whole} */ (this.exercise);
    const shown = [{ name: "program.py", text: start }, ...given.map((name) => ({ name, text: files[name] }))];
    this.bridge.open({ title: task[this.language].title, files: shown, anew });
  }

  /** @param {string} language */
  setLanguage(language) {
    if (language === this.language) return;
    this.language = language;
    this.render();
  }

  destroy() {
    this.gone = true;
    this.host.replaceChildren();
  }

  get words() {
    return wordsOf(this.language);
  }

  render() {
    const { words, exercise } = this;
    if (!exercise) return this.host.replaceChildren(el("h2", { tabindex: "-1" }, words.unknown), this.others());
    const { title, subtitle, text } = exercise.task[this.language];
    this.status = el("p", { class: "drill-told", role: "status" }, this.said());
    this.marks = new Marks(this, exercise);
    this.host.replaceChildren(
      el("p", { class: "cap" }, `${words[exercise.kind]} · ${words.levels[exercise.level - 1]}`),
      el("h2", { tabindex: "-1" }, title),
      el("p", { class: "drill-subtitle" }, ...inline(subtitle)),
      el("details", { class: "drill-task", open: this.verdict === null }, el("summary", {}, words.task), ...prose(text)),
      this.main(),
      this.status,
      this.marks.view(this.verdict),
      this.help(),
      this.actions(),
      this.others(),
    );
  }

  main() {
    const check = () => this.check();
    this.button = el("button", { type: "button", class: "btn main drill-check", id: "check", click: check }, icon("check"), el("span", {}, this.words.check));
    return this.button;
  }

  actions() {
    const { words } = this;
    const button = (/** @type {string} */ word, /** @type {string} */ sign, /** @type {() => void} */ then) => el("button", { type: "button", class: "btn", click: then }, icon(sign), word);
    return el(
      "div",
      { class: "drill-actions" },
      button(words.start, "reset", () => this.open(true)),
      button(words.link, "chain", () => this.share()),
      button(words.export, "down", () => this.export()),
    );
  }

  /** Shows a message, which a screen reader speaks, too. A change of the language translates it. @param {() => string} said */
  say(said) {
    this.said = said;
    if (this.status) this.status.textContent = said();
  }

  async check() {
    if (!this.exercise || this.checking) return;
    this.checking = true;
    this.button?.setAttribute("aria-disabled", "true");
    this.source = this.bridge.source();
    this.say(() => this.words.checking);
    try {
      const log = await this.run(request(this.exercise, this.source));
      if (this.gone) return;
      this.judged(judge(this.exercise, log));
    } catch (error) {
      const why = String(/** @type {Error} */ (error).message ?? error);
      this.say(() => (why === "interrupted" ? this.words.interrupted : this.words.broke(why)));
    } finally {
      this.checking = false;
      this.button?.removeAttribute("aria-disabled");
    }
  }

  /** @param {import("./judge.js").Verdict} verdict */
  judged(verdict) {
    const done = verdict.marks.filter(({ state }) => state === "done").length;
    this.verdict = verdict;
    this.said = () => (verdict.passed ? this.words.passed(verdict.sets.length) : this.words.not_passed(done, verdict.marks.length));
    keep(this.bridge.id, done, verdict.marks.length);
    this.render();
    this.button?.focus();
    const failed = verdict.marks.find(({ failure }) => failure);
    this.lead(failed?.failure ?? { set: 0, moment: null }, false);
  }

  /** The log of a request's runs. @param {object} wanted @returns {Promise<string>} */
  async run(wanted) {
    const engine = await this.bridge.engine();
    engine.stop();
    let log = "";
    return new Promise((done, failed) => {
      const end = (/** @type {{ how: string, text: string }} */ over) => {
        clearInterval(watch);
        if (over.how === "failed" && log === "") failed(new Error(over.text));
        else done(log);
      };
      engine.run(wanted, (/** @type {string} */ lines) => (log += lines), end);
      const mine = engine.run_;
      // If the learner starts a run meanwhile, the engine aborts this request and never answers it.
      const watch = setInterval(() => {
        if (engine.run_ === mine) return;
        clearInterval(watch);
        failed(new Error("interrupted"));
      }, 200);
    });
  }

  /**
   * Shows the answer's run with a set of values; on request, with the model's run above it.
   * @param {{ set: number, moment: import("./log.js").Moment | null }} where @param {boolean} turn whether the timeline is turned to
   */
  lead({ set, moment }, turn) {
    const run = this.verdict?.sets[set];
    if (!run || run.log === "") return;
    const line = /^\d+$/.test(moment?.line ?? "") ? Number(moment?.line) : 0;
    const model = this.marks?.ghost ? run.model : "";
    const end = 86_400;
    this.bridge.lead({ log: run.log, model, title: this.words.model, time: moment?.time ?? end, events: moment?.event ?? 0, line });
    // A narrow screen shows one of the pages task, code and timeline.
    if (turn) /** @type {HTMLElement | null} */ (document.querySelector('.pages [data-to="timeline"]'))?.click();
  }

  help() {
    const { words, exercise } = this;
    if (!exercise) return el("div");
    const { hints, solution } = exercise.task[this.language];
    const section = el("section", { class: "drill-hints", "aria-label": words.hints }, el("h3", {}, words.hints));
    for (const [place, hint] of hints.entries()) {
      if (place < this.hints) section.append(el("div", { class: "drill-hint" }, el("b", {}, words.hint(place + 1, hints.length)), ...prose(hint)));
    }
    const next = this.hints < hints.length ? words.hint(this.hints + 1, hints.length) : this.solved ? "" : words.solution;
    if (this.solved) section.append(el("div", { class: "drill-hint solution" }, el("b", {}, words.solution), ...prose(solution), code(exercise.model)));
    if (next) section.append(el("button", { type: "button", class: "btn drill-next", click: () => this.reveal(hints.length) }, icon("fold"), next));
    return section;
  }

  /** @param {number} count of the hints */
  reveal(count) {
    if (this.hints < count) this.hints += 1;
    else this.solved = true;
    this.render();
    const shown = [...this.host.querySelectorAll(".drill-hint")].at(-1);
    shown?.setAttribute("tabindex", "-1");
    /** @type {HTMLElement | undefined} */ (shown)?.focus();
  }

  others() {
    const host = el("div", {});
    list(host, this.language, this.bridge.id);
    return el("details", { class: "drills", open: true }, el("summary", {}, this.words.all), host);
  }

  async share() {
    const link = `${location.href.split("#")[0]}#/e/${this.bridge.id}`;
    try {
      await navigator.clipboard.writeText(link);
      this.say(() => this.words.copied);
    } catch {
      this.say(() => this.words.not_copied);
    }
  }

  /** Saves the result: the program, the checks, the date. */
  export() {
    const { marks = [] } = this.verdict ?? {};
    const checked = marks.map(({ id, title, state, failure }) => ({ check: id, title: title[this.language], state, says: failure?.says[this.language], values: failure && failure.set + 1 }));
    const result = { exercise: this.bridge.id, date: new Date().toISOString(), passed: this.verdict?.passed ?? false, checks: checked, checked_program: this.source, program: this.bridge.source() };
    const link = el("a", { href: URL.createObjectURL(new Blob([`${JSON.stringify(result, null, 2)}\n`], { type: "application/json" })), download: `loopscope-${this.bridge.id}.json` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(/** @type {HTMLAnchorElement} */ (link).href), 10_000);
  }
}
