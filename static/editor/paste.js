// @ts-check
// What is pasted is taken as the text of a file is: a notebook becomes its program, tabs of the indentation become spaces, and what
// is too long or no text is refused with a code, so that nothing that stands there is lost.

import { EditorView } from "@codemirror/view";
import { reporter } from "./facets.js";
import { longestProgram, openText } from "./open.js";

/** Codes with which a pasted text is refused; other codes are of notebooks that are none, and those are just text. */
const refusals = new Set(["too_big", "binary"]);

/** Every text that Windows has copied has its line ends, so that they are not worth a word. */
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

/** The text to be put in, or null, and what is to be said of it. */
function takenFrom(given, there) {
  if (there + given.length > longestProgram) return { text: null, notes: [{ code: "too_big" }] };
  try {
    const { text, notes } = openText(given);
    const said = notes.filter(({ code }) => !silent.has(code));
    // CodeMirror takes other line ends by itself.
    return { text: said.length > 0 ? text : given, notes: said };
  } catch (error) {
    const { code } = /** @type {{ code: string }} */ (error);
    return refusals.has(code) ? { text: null, notes: [{ code }] } : { text: given, notes: [] };
  }
}

/** What pasting adds to an editor. */
export const pasting = () => EditorView.domEventHandlers({ paste: onPaste });
