// @ts-check
// Completion and signatures for asyncio, each with a sentence in the reader's language.

import { completionStatus } from "@codemirror/autocomplete";
import { pythonLanguage } from "@codemirror/lang-python";
import { syntaxTree } from "@codemirror/language";
import { StateEffect, StateField } from "@codemirror/state";
import { EditorView, showTooltip } from "@codemirror/view";
import { element } from "./icon.js";
import { spoken } from "./facets.js";
import { gives, methods, names } from "./words.js";

/** The sentences are loaded on demand, so that the editor does not wait for them. */
const files = { en: () => import("./words.en.js"), fr: () => import("./words.fr.js") };
const sentences = {};

/** Loads the sentences of a language. Without them, only names and signatures are shown. */
export async function loadSentences(language) {
  try {
    sentences[language] ??= (await files[language]()).sentences;
  } catch {
    // The next completion tries again.
  }
}

const module = new Map(names.map((word) => [word.name, word]));

/** The sentence for a name of the module, or for a method of a class. */
export function sentenceFor(name, language, owner) {
  const words = sentences[language] ?? {};
  return words[`${owner}.${name}`] ?? words[name] ?? "";
}

/** The class of a variable, as far as the text shows it: from its assignment or from a `with ... as`. */
export function classOf(variable, text) {
  const assigned = new RegExp(`\\b${variable}(?:\\s*:[^=\\n]+)?\\s*=\\s*(?:await\\s+)?(?:\\w+\\.)?(\\w+)\\(`).exec(text);
  const bound = new RegExp(`\\bwith\\s+(?:\\w+\\.)?(\\w+)\\([^\\n]*\\)\\s+as\\s+${variable}\\b`).exec(text);
  const made = (assigned ?? bound)?.[1] ?? "";
  return made in methods ? made : gives[made];
}

/** The word for a dotted name, and the class if it is a method. */
export function wordFor(path, text) {
  const [, owner, name] = /(?:(\w+)\.)?(\w+)$/.exec(path) ?? [];
  if (owner === undefined) return new RegExp(`from\\s+asyncio\\s+import\\b[^\\n]*\\b${name}\\b`).test(text) ? [module.get(name)] : [];
  if (owner === "asyncio") return [module.get(name)];
  const type = classOf(owner, text);
  return [methods[type]?.find((word) => word.name === name), type];
}

function option(word, language, owner) {
  const sentence = sentenceFor(word.name, language, owner);
  return {
    label: word.name,
    type: word.kind,
    detail: word.signature.slice(word.name.length),
    info: () => element("p", "", sentence),
  };
}

/** CodeMirror's source of completions: names after `asyncio.`, and methods after a variable of a known class. */
export async function complete(context) {
  const found = context.matchBefore(/\b(\w+)\.\w*$/) ?? context.matchBefore(/\bfrom\s+asyncio\s+import\s[\w\s,]*$/);
  if (!found) return null;
  const language = context.state.facet(spoken);
  await loadSentences(language);
  const from = found.from + found.text.search(/\w*$/);
  const owner = /^(\w+)\./.exec(found.text)?.[1] ?? "asyncio";
  const type = owner === "asyncio" ? undefined : classOf(owner, context.state.sliceDoc());
  const words = owner === "asyncio" ? names : methods[type];
  return words ? { from, options: words.map((word) => option(word, language, type)), validFor: /^\w*$/ } : null;
}

/** Shows the signature of the call around the caret, or hides it. */
/** @type {import("@codemirror/state").StateEffectType<boolean>} */
const setSignature = StateEffect.define();

const signatureField = StateField.define({
  create: () => /** @type {ReturnType<typeof callAt>} */ (null),
  update(value, transaction) {
    const asked = transaction.effects.find((effect) => effect.is(setSignature));
    const { head } = transaction.newSelection.main;
    const typed = transaction.isUserEvent("input") && /[(,]/.test(transaction.newDoc.sliceString(head - 1, head));
    if (asked?.value === false) return null;
    if (!asked && !typed && !value) return value;
    return transaction.docChanged || transaction.selection || asked ? callAt(transaction.state) : value;
  },
  provide: (field) => showTooltip.from(field, (call) => call && { pos: call.from, above: true, create: (view) => tooltip(view, call) }),
});

/** The innermost call around the caret whose function has a word. */
function callAt(state) {
  const { head } = state.selection.main;
  /** @type {import("@lezer/common").SyntaxNode | null} */
  let node = syntaxTree(state).resolveInner(head, -1);
  for (; node; node = node.parent) {
    if (node.name !== "ArgList" || node.from >= head || (node.to <= head && state.sliceDoc(node.to - 1, node.to) === ")")) continue;
    const callee = node.prevSibling;
    if (!callee) continue;
    const [word, owner] = wordFor(state.sliceDoc(callee.from, callee.to), state.sliceDoc());
    if (!word?.signature.includes("(")) continue;
    const before = state.sliceDoc(node.from + 1, head);
    return { from: callee.from, word, owner, index: argumentIndex(before) };
  }
  return null;
}

/** The number of arguments before the caret: commas outside of brackets and strings. */
function argumentIndex(text) {
  const bare = text.replace(/'[^']*'?|"[^"]*"?/g, "");
  let depth = 0;
  let count = 0;
  for (const letter of bare) {
    if ("([{".includes(letter)) depth += 1;
    if (")]}".includes(letter)) depth -= 1;
    if (letter === "," && depth === 0) count += 1;
  }
  return count;
}

function tooltip(view, { word, owner, index }) {
  const parts = word.signature.slice(word.name.length + 1, -1).split(", ");
  const shown = parts.flatMap((part, place) => {
    const current = place === index || (part.startsWith("*") && part.length > 1 && place < index && place === 0);
    return [place ? ", " : "", current ? element("b", "", part) : part];
  });
  const code = element("code", "", `${word.name}(`, ...shown, ")");
  return { dom: element("div", "signature", code, element("p", "", sentenceFor(word.name, view.state.facet(spoken), owner))) };
}

/** The command of a key: shows the signature of the call around the caret. */
export function showSignature(view) {
  view.dispatch({ effects: setSignature.of(true) });
  return true;
}

/** The command of a key: hides the signature. It returns false, so that other commands may handle the key, too. */
export function hideSignature(view) {
  if (view.state.field(signatureField)) view.dispatch({ effects: setSignature.of(false) });
  return false;
}

/** Makes the list of completions reachable by the Tab key, like every scrolling region of the page. */
const reachable = EditorView.updateListener.of(({ state, view }) => {
  if (completionStatus(state) === "active") view.dom.querySelector("ul[role=listbox]")?.setAttribute("tabindex", "0");
});

/** The extensions for completion and signatures. */
export const asyncioWords = () => [pythonLanguage.data.of({ autocomplete: complete }), signatureField, reachable];
