// @ts-check
// Bundles the lab's editor into editor.js: Trunk calls this at each build, or `node tools/editor.mjs FOLDER`.
//
// Only the lab loads that file, so index.html does not name it. The sentences for completion are loaded after it, in the
// reader's language, from editor-words.en.js or editor-words.fr.js.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const source = fileURLToPath(new URL("../static/editor/editor.js", import.meta.url));
const packages = fileURLToPath(new URL("node_modules", import.meta.url));
const folder = process.argv[2] ?? process.env.TRUNK_STAGING_DIR;

/** A minified style sheet, as a string. */
const sheet = {
  name: "sheet",
  setup: (made) =>
    made.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    }),
};

await build({
  banner: { js: "/* With CodeMirror 6 and Lezer, by Marijn Haverbeke and others, under the MIT license. */" },
  entryPoints: [source],
  outdir: folder,
  splitting: true,
  chunkNames: "editor-[name]",
  bundle: true,
  charset: "utf8",
  format: "esm",
  legalComments: "none",
  logLevel: "warning",
  minify: true,
  nodePaths: [packages],
  plugins: [sheet],
  target: "es2022",
});
