// @ts-check
// Pasted text is opened like a file: a notebook becomes its program, and tabs of the indentation become spaces. Text that is too
// long, or binary, is refused with a code, and the editor's text stays as it was.

import { EditorView } from "@codemirror/view";
import { reporter } from "./facets.js";
import { longestProgram, openText } from "./open.js";

/** Codes with which a pasted text is refused. Other codes are about invalid notebooks, which are pasted as plain text. */
const refusals = new Set(["too_big", "binary"]);

/** Notes that are not reported: every text that was copied on Windows has CR LF. */
const silent = new Set(["crlf"]);

function onPaste(event, view) {
  const given = event.clipboardData?.getData("text/plain") ?? "";
  if (given === "" || view.state.readOnly) return false;
  const taken = takenFrom(given, view.state.doc.length);
  if (taken.notes.length > 0) view.state.facet(reporter)({ type: "notes", notes: taken.notes });
  if (taken.text === given) return false;
  event.preventDefault();
  if (taken.text === null) return true;
  const change = view.state.replaceSelection(view.state.toText(taken.text));
  view.dispatch(change, { userEvent: "input.paste", scrollIntoView: true });
  return true;
}

/** The text to be inserted, or null, and its notes for the reader. */
function takenFrom(given, there) {
  if (there + given.length > longestProgram) return { text: null, notes: [{ code: "too_big" }] };
  try {
    const { text, notes } = openText(given);
    const said = notes.filter(({ code }) => !silent.has(code));
    // CodeMirror accepts all line ends.
    return { text: said.length > 0 ? text : given, notes: said };
  } catch (error) {
    const { code } = /** @type {{ code: string }} */ (error);
    return refusals.has(code) ? { text: null, notes: [{ code }] } : { text: given, notes: [] };
  }
}

/** The editor's extension for pasting. */
export const pasting = () => EditorView.domEventHandlers({ paste: onPaste });
