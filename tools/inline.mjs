// @ts-check
// Puts boot.js and start.js into index.html, so that they run before any other file has arrived.
//
// As files they would delay all others by a round trip: while a script loads, a browser already requests the files
// named after it, but Chrome does not if the page has a content security policy. The policy gets the digests of the two scripts.

import { integrity } from "./page.mjs";

/** @param {import("./page.mjs").Page} page */
export function inline(page) {
  // start.js uses the responses of the preloads, so these come before it.
  const preloads = page.html.match(/<link rel="(module)?preload"[^>]*>/g) ?? [];
  for (const link of preloads) page.html = page.html.replace(link, "");
  const digests = [];
  for (const name of ["boot.js", "start.js"]) {
    // Without white space at its end, which some hosts remove from scripts. The digest would then be wrong.
    const code = page.take(name).toString().trim();
    digests.push(`'${integrity(code)}'`);
    const tag = new RegExp(`<script src="(?:\\./)?${name}"([^>]*)></script>`);
    if (!tag.test(page.html)) throw new Error(`index.html has no ${name}`);
    page.html = page.html.replace(tag, (_, attributes) => `${name === "start.js" ? preloads.join("") : ""}<script${attributes}>${code}</script>`);
  }
  if (!page.html.includes("script-src 'self'")) throw new Error("index.html has no policy for scripts");
  page.html = page.html.replace("script-src 'self'", (source) => [source, ...digests].join(" "));
}
