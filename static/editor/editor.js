// The lab's editor, as the page's program calls it: one element, several files, each with its own history.
//
// Lines and columns are numbers from 1, columns in UTF-16 units. Events reach `report` after the change, never within a call.

import { toggleComment, indentLess, indentMore, redo, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import { startCompletion } from "@codemirror/autocomplete";
import { Annotation, EditorSelection, EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { loadSentences } from "./completion.js";
import style from "./editor.css";
import { element } from "./icon.js";
import { fixHere, nextNote, notesOf, previousNote } from "./notes.js";
import { changeBetween, offsetFromPlace, placeFromOffset } from "./place.js";
import { presentOf } from "./present.js";
import { extensionsOf, settingsOf } from "./setup.js";

export { hintWords } from "./text.js";
export { decode, encode } from "./link.js";
export { isNotebook } from "./notebook.js";
export { openFile, openText } from "./open.js";

/** Marks what the page's program changed, which need not be reported to it. */
const byProgram = Annotation.define();

/** What `Editor.command` can be asked for. */
const commands = {
  undo,
  redo,
  indent: indentMore,
  outdent: indentLess,
  comment: toggleComment,
  find: openSearchPanel,
  complete: startCompletion,
  next_note: nextNote,
  previous_note: previousNote,
  fix: fixHere,
};

/**
 * Puts an editor into an empty element; colours and fonts are the page's custom properties.
 *
 * @param {HTMLElement} host gets a shadow root, and keeps it when the editor is destroyed
 * @param {{ language?: "en" | "fr", read_only?: boolean }} options
 * @param {(event: { type: string, file: string }) => void} report see docs/editor.md
 */
export function mount(host, options, report) {
  return new Editor(host, options ?? {}, report ?? (() => {}));
}

class Editor {
  #view;
  #box = element("div", "editor");
  #settings;
  #report;
  #states = new Map(); // the state of each file; that of the shown one is the view's
  #shown = null;
  #told = [];

  constructor(host, { language = "en", read_only: readOnly = false }, report) {
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(this.#box);
    this.#settings = { language, readOnly };
    this.#report = report;
    this.#view = new EditorView({ root, parent: this.#box });
    this.#view.dom.hidden = true;
    loadSentences(language);
  }

  /** The names of the files, in the order in which they were opened. */
  files() {
    return [...this.#states.keys()];
  }

  /** The file that is shown, or null. */
  shown() {
    return this.#shown;
  }

  /** Adds a file, or gives one that is there this text as one step of undo; shows nothing by itself. */
  setText(file, text) {
    const plain = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
    if (!this.#states.has(file)) {
      this.#states.set(file, this.#stateOf(file, plain));
      return;
    }
    const before = this.text(file);
    if (plain !== before) this.#update(file, { changes: changeBetween(before, plain), userEvent: "input.replace" });
  }

  /** A file's text, with \n between its lines; undefined if there is no such file. */
  text(file) {
    return this.#state(file)?.sliceDoc();
  }

  /** Shows a file, with the caret where it was. */
  show(file) {
    if (file === this.#shown || !this.#states.has(file)) return;
    this.#store();
    this.#shown = file;
    this.#view.dom.hidden = false;
    this.#view.setState(this.#states.get(file));
    this.#view.dispatch(settingsOf(this.#settings, file));
  }

  /** Gives a file another name; text, caret and history stay. */
  rename(file, name) {
    if (file === name || !this.#states.has(file) || this.#states.has(name)) return;
    this.#states = new Map([...this.#states].map(([key, state]) => [key === file ? name : key, state]));
    if (this.#shown !== file) return;
    this.#shown = name;
    this.#view.dispatch(settingsOf(this.#settings, name));
  }

  /** Drops a file; the one before it is shown, if it was the shown one. */
  close(file) {
    const names = this.files();
    const index = names.indexOf(file);
    if (index < 0) return;
    this.#states.delete(file);
    if (this.#shown !== file) return;
    this.#shown = null;
    const next = names[index - 1] ?? names[index + 1];
    if (next) this.show(next);
    else this.#view.dom.hidden = true;
  }

  // What is said about the text

  /**
   * Replaces a file's errors: [{ code?, line, column, endLine?, endColumn?, title, message, link?: { label, file, line } }].
   * Their blocks are open.
   */
  setDiagnostics(file, list) {
    this.#update(file, notesOf("error", list));
  }

  /** Replaces a file's hints, each as Python's check gives it; the words are the editor's. */
  setHints(file, list) {
    this.#update(file, notesOf("hint", list));
  }

  /**
   * Says where the tasks are now, in all files: [{ task, name, file, line, state, selected }], `task` a number, `state` as in
   * the page's data-end. A file that is not named has none.
   */
  setPresent(list) {
    for (const file of this.#states.keys()) this.#update(file, presentOf(list.filter((one) => one.file === file)));
  }

  // Where the reader is

  /** Shows a line of a file in the middle, with the caret in it; the focus stays where it is. */
  goTo(file, line, column = 1) {
    this.show(file);
    if (this.#shown !== file) return;
    const anchor = offsetFromPlace(this.#view.state.doc, line, column);
    this.#view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  }

  /** The caret in the shown file: { line, column }. */
  caret() {
    const { doc, selection } = this.#view.state;
    return placeFromOffset(doc, selection.main.head);
  }

  focus() {
    this.#view.focus();
  }

  // What the reader may do

  setReadOnly(readOnly) {
    this.#change({ readOnly });
  }

  setLanguage(language) {
    this.#change({ language });
    loadSentences(language);
  }

  /** Types text where the caret is, as a key of the row above a phone's keyboard does: insert("(", ")") leaves the caret between. */
  insert(before, after = "") {
    const { state } = this.#view;
    if (state.readOnly) return;
    const spec = state.changeByRange((range) => {
      const kept = after ? state.sliceDoc(range.from, range.to) : "";
      const head = range.from + before.length + kept.length;
      return { changes: { from: range.from, to: range.to, insert: before + kept + after }, range: EditorSelection.cursor(head) };
    });
    this.#view.dispatch(spec, { userEvent: "input.type", scrollIntoView: true });
    this.#view.focus();
  }

  /** Does what a key does: undo, redo, indent, outdent, comment, find, complete, next_note, previous_note or fix. */
  command(name) {
    return commands[name](this.#view);
  }

  /** Takes the editor out of the page. Nothing is reported any more. */
  destroy() {
    this.#report = () => {};
    this.#view.destroy();
    this.#box.remove();
  }

  // Within

  #stateOf(file, text) {
    const report = (event) => this.#tell(event);
    return EditorState.create({ doc: text, extensions: extensionsOf(file, this.#settings, report, (update) => this.#watch(update)) });
  }

  #state(file) {
    return file === this.#shown ? this.#view.state : this.#states.get(file);
  }

  /** Keeps the shown file's state, before another one is shown. */
  #store() {
    if (this.#shown !== null) this.#states.set(this.#shown, this.#view.state);
  }

  #update(file, spec) {
    const state = this.#state(file);
    if (!state) return;
    const whole = { ...spec, annotations: [byProgram.of(true), ...(spec.annotations ?? [])] };
    if (file === this.#shown) this.#view.dispatch(whole);
    else this.#states.set(file, state.update(whole).state);
  }

  #change(part) {
    Object.assign(this.#settings, part);
    if (this.#shown !== null) this.#view.dispatch(settingsOf(this.#settings, this.#shown));
  }

  #watch({ transactions, docChanged, selectionSet, state }) {
    if (docChanged && transactions.some((one) => one.docChanged && !one.annotation(byProgram))) this.#tell({ type: "change" });
    if (docChanged || selectionSet) this.#tell({ type: "caret", ...placeFromOffset(state.doc, state.selection.main.head) });
  }

  /** Reports an event once the editor is at rest; of two like ones the later. */
  #tell(event) {
    if (this.#told.length === 0) queueMicrotask(() => this.#told.splice(0).forEach((one) => this.#report(one)));
    const whole = { file: this.#shown, ...event };
    this.#told = [...this.#told.filter((one) => one.type !== whole.type || one.file !== whole.file), whole];
  }
}
