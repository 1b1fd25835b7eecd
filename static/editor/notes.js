// @ts-check
// Hints and errors: a mark under the code, and a block below its line that moves the following lines down.
//
// An error's block is always open. A hint's block opens at the caret, under the pointer, or by F8; otherwise only the text is
// shown. If the marked code is edited, the note disappears until the next check.

import { StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, WidgetType } from "@codemirror/view";
import { element, icon } from "./icon.js";
import { offsetFromPlace } from "./place.js";
import { hintWords, labels } from "./text.js";
import { reporter, spoken } from "./facets.js";

/** Replaces the notes of one kind, "hint" or "error". */
/** @type {import("@codemirror/state").StateEffectType<{ kind: string, list: any[] }>} */
const setNotes = StateEffect.define();
/**
 * The note under the pointer, or null.
 *
 * @type {import("@codemirror/state").StateEffectType<any>}
 */
const hover = StateEffect.define();

const noteField = StateField.define({
  create: () => ({ notes: [], caret: null, hovered: null, marks: Decoration.none }),
  update(value, transaction) {
    const next = moved(value, transaction);
    for (const effect of transaction.effects) {
      if (effect.is(setNotes)) replace(next, effect.value, transaction.state);
      if (effect.is(hover)) next.hovered = effect.value;
    }
    if (transaction.selection && !transaction.docChanged) next.caret = noteAt(next.notes, transaction.state.selection.main.head);
    const same = ["notes", "caret", "hovered"].every((part) => next[part] === value[part]);
    const language = transaction.startState.facet(spoken) === transaction.state.facet(spoken);
    return same && language ? value : { ...next, marks: marks(next, transaction.state) };
  },
  provide: (field) => EditorView.decorations.from(field, (value) => value.marks),
});

/** The notes after an edit, without those whose code was edited. */
function moved(value, { docChanged, changes }) {
  const next = { ...value };
  if (!docChanged || value.notes.length === 0) return next;
  const follow = (note) => ({
    ...note,
    from: changes.mapPos(note.from, 1),
    to: changes.mapPos(note.to, -1),
    edits: note.edits?.map((edit) => ({ ...edit, from: changes.mapPos(edit.from), to: changes.mapPos(edit.to) })),
  });
  const pairs = value.notes.filter((note) => !changes.touchesRange(note.from, note.to)).map((note) => [note, follow(note)]);
  const kept = new Map(pairs);
  next.notes = [...kept.values()];
  next.caret = kept.get(value.caret) ?? null;
  next.hovered = kept.get(value.hovered) ?? null;
  return next;
}

/** Replaces the notes of one kind. An open note stays open if the new check finds the same code at the same offset. */
function replace(value, { kind, list }, { doc }) {
  const notes = list.map((given) => ({
    kind,
    given,
    ...rangeOf(given, doc),
    edits: given.fix?.map((edit) => ({
      from: offsetFromPlace(doc, edit.line, edit.column),
      to: offsetFromPlace(doc, edit.endLine, edit.endColumn),
      insert: edit.text,
    })),
  }));
  const all = [...value.notes.filter((note) => note.kind !== kind), ...notes];
  const again = (old) => old && all.find((note) => note.given.code === old.given.code && note.from === old.from);
  value.notes = all.sort((one, other) => one.from - other.from || one.to - other.to);
  value.caret = again(value.caret) ?? null;
  value.hovered = again(value.hovered) ?? null;
}

/** The range that a note marks. An empty range, such as at the end of a line, becomes the character before it. */
function rangeOf({ line, column, endLine = line, endColumn = column + 1 }, doc) {
  const from = offsetFromPlace(doc, line, column);
  const to = Math.max(from, offsetFromPlace(doc, endLine, endColumn));
  return { from: from === to ? Math.max(doc.lineAt(from).from, from - 1) : from, to };
}

function noteAt(notes, offset) {
  return notes.find((note) => note.from <= offset && offset <= note.to) ?? null;
}

function marks(value, state) {
  const ranges = [];
  value.notes.forEach((note, index) => {
    const attributes = { "data-note": String(index) };
    if (note.to > note.from) ranges.push(Decoration.mark({ class: `note-mark ${note.kind}`, attributes }).range(note.from, note.to));
    const open = note.kind === "error" || note === value.caret || note === value.hovered;
    if (open) ranges.push(Decoration.widget({ widget: new Block(note, state), block: true, side: 1 }).range(state.doc.lineAt(note.from).to));
  });
  return Decoration.set(ranges, true);
}

/** The words of a note: an error has its own, a hint's are the editor's. */
export function wordsOf({ kind, given }, language) {
  return kind === "error" ? { title: given.title, message: given.message, fix: undefined } : hintWords(given, language);
}

/** The block below a line. */
class Block extends WidgetType {
  constructor(note, state) {
    super();
    this.note = note;
    this.language = state.facet(spoken);
    this.column = note.from - state.doc.lineAt(note.from).from;
  }

  eq(other) {
    return other.note.given === this.note.given && other.language === this.language && other.column === this.column;
  }

  get estimatedHeight() {
    return 52;
  }

  toDOM(view) {
    const { title, message, fix } = wordsOf(this.note, this.language);
    const said = element("p", "", element("b", "", title), ` ${message} `);
    const block = element("div", `note ${this.note.kind}`, icon(this.note.kind === "error" ? "cross" : "warn"), said);
    block.setAttribute("role", "note");
    block.style.setProperty("--column", this.column);
    const { scenario, link } = this.note.given;
    if (scenario) said.append(this.button("link", labels(this.language).show, () => view.state.facet(reporter)({ type: "show", scenario })));
    if (link) said.append(this.button("link", link.label, () => view.state.facet(reporter)({ type: "goto", file: link.file, line: link.line })));
    if (this.note.edits && fix) block.append(this.button("fix", fix, () => applyFix(view, this.note.given)));
    return element("div", "below", block);
  }

  button(className, label, act) {
    const button = element("button", className, label);
    button.type = "button";
    button.addEventListener("click", act);
    return button;
  }

  ignoreEvent() {
    return true;
  }
}

/** Applies the edits of a hint's fix as one step of undo. */
function applyFix(view, given) {
  const note = view.state.field(noteField).notes.find((one) => one.given === given);
  if (!note?.edits || view.state.readOnly) return false;
  view.dispatch({ changes: note.edits, userEvent: "input.fix", scrollIntoView: true });
  view.state.facet(reporter)({ type: "fixed", code: given.code });
  view.focus();
  return true;
}

/** Moves to the next note (1) or to the previous one (-1), wrapping around; opens it and announces it. */
const goToNote = (direction) => (view) => {
  const { notes } = view.state.field(noteField);
  if (notes.length === 0) return false;
  const { head } = view.state.selection.main;
  const ahead = direction > 0 ? notes.find(({ from }) => from > head) : notes.findLast(({ from }) => from < head);
  const note = ahead ?? notes.at(direction > 0 ? 0 : -1);
  const { title, message, fix } = wordsOf(note, view.state.facet(spoken));
  const said = [title, message, note.edits && fix ? labels(view.state.facet(spoken)).fixKey : ""].join(" ");
  view.dispatch({ selection: { anchor: note.from }, effects: EditorView.announce.of(said), scrollIntoView: true });
  return true;
};

export const nextNote = goToNote(1);
export const previousNote = goToNote(-1);

/** Applies the fix of the note at the caret. */
export function fixHere(view) {
  const note = noteAt(view.state.field(noteField).notes, view.state.selection.main.head);
  return Boolean(note?.edits) && applyFix(view, note.given);
}

const slow = 350; // milliseconds: a pointer that only passes a note does not open it

/** Opens the note under the pointer, and closes it when the pointer has left both the mark and the block. */
function pointer() {
  let timer;
  const later = (view, note) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (view.dom.isConnected && view.state.field(noteField).hovered !== note) view.dispatch({ effects: hover.of(note) });
    }, slow);
  };
  return EditorView.domEventHandlers({
    mouseover(event, view) {
      const under = /** @type {HTMLElement} */ (event.target);
      const mark = /** @type {HTMLElement | null} */ (under.closest?.("[data-note]"));
      const { notes, hovered } = view.state.field(noteField);
      if (mark) later(view, notes[Number(mark.dataset.note)] ?? null);
      else if (under.closest?.(".note")) clearTimeout(timer);
      else if (hovered) later(view, null);
      else clearTimeout(timer);
    },
    mouseleave(event, view) {
      if (view.state.field(noteField).hovered) later(view, null);
    },
  });
}

/** The extensions for notes. */
export const notes = () => [noteField, pointer()];

/** The transaction that replaces the notes of one kind. */
export const notesOf = (kind, list) => ({ effects: setNotes.of({ kind, list }) });
