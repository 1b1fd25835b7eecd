// @ts-check
// The extensions of every document: Python, history, keys, gutters; and the settings that may change while it is open.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tagHighlighter, tags } from "@lezer/highlight";
import { asyncioWords, hideSignature, showSignature } from "./completion.js";
import { reporter, spoken } from "./facets.js";
import { fixHere, nextNote, notes, previousNote } from "./notes.js";
import { pasting } from "./paste.js";
import { onGutterClick, present } from "./present.js";
import { labels, phrases } from "./text.js";

/** The highlighting, with the same classes as in the page's Code tab. */
const colours = tagHighlighter([
  { tag: tags.function(tags.definition(tags.variableName)), class: "fn" },
  { tag: tags.definition(tags.className), class: "fn" },
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.bool, tags.null], class: "k" },
  { tag: [tags.string, tags.special(tags.string), tags.docString], class: "s" },
  { tag: tags.comment, class: "cm" },
  { tag: tags.number, class: "nu" },
]);

/** The settings that change while a document is open. Each has a compartment. */
const language = new Compartment();
const locked = new Compartment();

const spokenIn = (code, file) => [
  spoken.of(code),
  EditorState.phrases.of(phrases(code)),
  EditorView.contentAttributes.of({ "aria-label": labels(code).editor(file), "aria-description": labels(code).leave, lang: "", tabindex: "0" }),
];

const lockedIf = (readOnly) => EditorState.readOnly.of(readOnly);

/** The transaction that applies the language and the lock to a document. */
export const settingsOf = ({ language: code, readOnly }, file) => ({
  effects: [language.reconfigure(spokenIn(code, file)), locked.reconfigure(lockedIf(readOnly))],
});

const minute = 60_000; // milliseconds

/** After Escape, the next Tab leaves the editor, for up to a minute. Another key cancels that. */
const tabLeaves = EditorView.domEventObservers({
  keydown(event, view) {
    // CodeMirror sets its own two seconds after this observer.
    if (event.key === "Escape") queueMicrotask(() => view.setTabFocusMode(minute));
  },
});

/** Reports the caret's line, like a click on its number. */
function lineHere(view) {
  view.state.facet(reporter)({ type: "line", line: view.state.doc.lineAt(view.state.selection.main.head).number });
  return true;
}

const tell = (type) => (view) => {
  view.state.facet(reporter)({ type });
  return true;
};

const ownKeys = [
  { key: "F8", run: nextNote, shift: previousNote },
  { key: "F9", run: lineHere },
  { key: "Mod-.", run: fixHere },
  { key: "Mod-Enter", run: tell("run") },
  { key: "Mod-s", run: tell("save") },
  { key: "Mod-Shift-Space", run: showSignature },
];

/** The extensions of a document. `file` is its name, `settings` are the editor's. */
export function extensionsOf(file, settings, report, watch) {
  return [
    reporter.of(report),
    language.of(spokenIn(settings.language, file)),
    locked.of(lockedIf(settings.readOnly)),
    // Before completion, which would consume the key.
    Prec.highest(keymap.of([{ key: "Escape", run: hideSignature }])),
    present(),
    lineNumbers({ domEventHandlers: { click: onGutterClick } }),
    notes(),
    pasting(),
    history(),
    drawSelection(),
    EditorState.allowMultipleSelections.of(true),
    EditorState.tabSize.of(4),
    indentUnit.of("    "),
    indentOnInput(),
    bracketMatching(),
    closeBrackets(),
    autocompletion({ icons: false }),
    highlightSelectionMatches({ minSelectionLength: 2 }),
    search({ top: true }),
    python(),
    asyncioWords(),
    syntaxHighlighting(colours),
    tabLeaves,
    keymap.of([...ownKeys, ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, indentWithTab]),
    EditorView.updateListener.of(watch),
  ];
}
