// @ts-check
// The editor's words in the reader's language. The rest of the page has its words in Rust; these are loaded with the editor.

import { english } from "./text.en.js";
import { french } from "./text.fr.js";

const languages = { en: english, fr: french };

/** The labels of the editor's own parts. */
export const labels = (language) => languages[language].labels;

/** CodeMirror's phrases, by their English text. */
export const phrases = (language) => languages[language].phrases;

/** The codes of all hints. Both languages have words for each. */
export const hintCodes = Object.keys(english.hints);

/**
 * The words of a hint: a title, an explanation, and the label of its fix, if it has one.
 *
 * @param {{ code: string, name?: string }} hint as Python's check returns it
 * @param {"en" | "fr"} language
 * @returns {{ title: string, message: string, fix?: string }}
 */
export function hintWords({ code, name = "" }, language) {
  const words = languages[language].hints[code];
  const filled = (text) => text?.replaceAll("{name}", name);
  return { title: filled(words.title), message: filled(words.why), fix: words.fix };
}
