// What every part of the editor may ask its state for.

import { Facet } from "@codemirror/state";

const last = (values) => values.at(-1);

/** The reader's language, "en" or "fr". */
export const spoken = Facet.define({ combine: (values) => last(values) ?? "en" });

/** Who is told of what the reader does: a function of an event. */
export const reporter = Facet.define({ combine: (values) => last(values) ?? (() => {}) });
