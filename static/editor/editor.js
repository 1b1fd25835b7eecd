// @ts-check
// The lab's editor as the page's program uses it: one element with several files, each with its own history.
//
// Lines and columns start at 1; columns are in UTF-16 units. Events are reported after a change, never during a call.

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
export { pack, unpack } from "./link.js";
export { isNotebook } from "./notebook.js";
export { openFile, openText } from "./open.js";

/** Marks changes by the page's program, which are not reported to it. */
const byProgram = Annotation.define();

/** The commands of `Editor.command`. */
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
 * Creates an editor in an empty element. Colours and fonts come from the page's custom properties.
 *
 * @param {HTMLElement} host gets a shadow root, which stays when the editor is destroyed
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
  #states = new Map(); // the state of each file; for the shown file, the view's state is newer
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

  /** The name of the shown file, or null. */
  shown() {
    return this.#shown;
  }

  /** Adds a file, or replaces a file's text as one step of undo. It does not show the file. */
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

  /** Renames a file; its text, caret and history are kept. */
  rename(file, name) {
    if (file === name || !this.#states.has(file) || this.#states.has(name)) return;
    this.#states = new Map([...this.#states].map(([key, state]) => [key === file ? name : key, state]));
    if (this.#shown !== file) return;
    this.#shown = name;
    this.#view.dispatch(settingsOf(this.#settings, name));
  }

  /** Removes a file. If it was shown, the previous one is shown. */
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

  // Notes about the text

  /**
   * Replaces a file's errors: [{ code?, line, column, endLine?, endColumn?, title, message, link?: { label, file, line } }].
   * Errors are always expanded.
   */
  setDiagnostics(file, list) {
    this.#update(file, notesOf("error", list));
  }

  /** Replaces a file's hints, as Python's check returns them. The editor adds the words. */
  setHints(file, list) {
    this.#update(file, notesOf("hint", list));
  }

  /**
   * Sets the present lines of the tasks, in all files: [{ task, name, file, line, state, selected }]. `task` is a number, `state`
   * as in the page's data-end. A file without an entry has no tasks.
   */
  setPresent(list) {
    for (const file of this.#states.keys()) this.#update(file, presentOf(list.filter((one) => one.file === file)));
  }

  // The caret

  /** Moves the caret to a line of a file and scrolls it to the middle. The focus does not move. */
  goTo(file, line, column = 1) {
    this.show(file);
    if (this.#shown !== file) return;
    const anchor = offsetFromPlace(this.#view.state.doc, line, column);
    this.#view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
  }

  /**
   * Scrolls the editor to a line of a file unless it is visible, and puts it in the middle. The page, caret and focus do not move,
   * because the reader did not ask for this line.
   */
  reveal(file, line) {
    this.show(file);
    if (this.#shown !== file) return;
    const anchor = offsetFromPlace(this.#view.state.doc, line, 1);
    const block = this.#view.lineBlockAt(anchor);
    const { scrollDOM } = this.#view;
    const { scrollTop, clientHeight } = scrollDOM;
    if (block.top >= scrollTop && block.bottom <= scrollTop + clientHeight) return;
    scrollDOM.scrollTop = (block.top + block.bottom - clientHeight) / 2;
  }

  /** The caret in the shown file: { line, column }. */
  caret() {
    const { doc, selection } = this.#view.state;
    return placeFromOffset(doc, selection.main.head);
  }

  focus() {
    this.#view.focus();
  }

  // Settings and commands

  setReadOnly(readOnly) {
    this.#change({ readOnly });
  }

  setLanguage(language) {
    this.#change({ language });
    loadSentences(language);
  }

  /** Types text at the caret, like a key of the row above a phone's keyboard: insert("(", ")") leaves the caret in between. */
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

  /** Runs a command: undo, redo, indent, outdent, comment, find, complete, next_note, previous_note or fix. */
  command(name) {
    return commands[name](this.#view);
  }

  /** Removes the editor from the page. No events are reported any more. */
  destroy() {
    this.#report = () => {};
    this.#view.destroy();
    this.#box.remove();
  }

  // Private

  #stateOf(file, text) {
    const report = (event) => this.#tell(event);
    return EditorState.create({ doc: text, extensions: extensionsOf(file, this.#settings, report, (update) => this.#watch(update)) });
  }

  #state(file) {
    return file === this.#shown ? this.#view.state : this.#states.get(file);
  }

  /** Stores the shown file's state before another file is shown. */
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

  /** Reports an event after the present update. Of two equal ones, only the later is reported. */
  #tell(event) {
    if (this.#told.length === 0) queueMicrotask(() => this.#told.splice(0).forEach((one) => this.#report(one)));
    const whole = { file: this.#shown, ...event };
    this.#told = [...this.#told.filter((one) => one.type !== whole.type || one.file !== whole.file), whole];
  }
}
