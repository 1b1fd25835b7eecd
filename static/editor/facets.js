// @ts-check
// The values that all parts of the editor read from its state.

import { Facet } from "@codemirror/state";

const last = (values) => values.at(-1);

/** The reader's language, "en" or "fr". */
export const spoken = Facet.define({ combine: (values) => last(values) ?? "en" });

/** The function that gets the events of what the reader does. */
export const reporter = Facet.define({ combine: (values) => last(values) ?? (() => {}) });
