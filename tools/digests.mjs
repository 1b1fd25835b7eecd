// @ts-check
// Writes the digests of the built page's files: the service worker caches no file with another digest (static/sw.js).
//
// index.html has the digests of the files that it names, as `integrity`; a separate list has those of all files.

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { integrity } from "./page.mjs";

/** Files without a digest: the browser caches these itself, and a list cannot contain its own digest. */
const without = new Set(["index.html", "sw.js"]);

/** @param {import("./page.mjs").Page} page */
export function writeDigests(page) {
  page.html = page.html.replace(/<script [^>]*src="network\.js"/, (tag) => signed(page, tag, "network.js"));
  // In a sandboxed frame without an origin, digests are checked only for answers with CORS headers.
  page.html = page.html.replace(/<(?:link|script)\b(?![^>]*crossorigin)[^>]*? integrity=/g, (tag) => tag.replace(/ integrity=$/, ' crossorigin="anonymous" integrity='));
  const digests = Object.fromEntries(filesOf(page.folder).map((name) => [name, digest(page.read(name))]));
  const list = Buffer.from(JSON.stringify(digests));
  const name = page.store("files", ".json", list);
  page.html = page.html.replace("</head>", `<link rel="loopscope-files" href="./${name}" crossorigin="anonymous" integrity="${integrity(list)}" /></head>`);
}

/**
 * A tag with the digest of its file.
 *
 * @param {import("./page.mjs").Page} page
 * @param {string} tag
 * @param {string} name
 */
function signed(page, tag, name) {
  return `${tag} integrity="${integrity(page.read(name))}"`;
}

/**
 * The files of a folder, by their paths in an address.
 *
 * @param {string} folder
 */
function filesOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.path, entry.name)).split(sep).join("/"));
  return paths.filter((path) => !without.has(path)).sort();
}

/** @param {Buffer} bytes */
function digest(bytes) {
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}
