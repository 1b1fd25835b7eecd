// A page with only the lab's editor, with the real page's content security policy and style sheets.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));

const script = `
import { mount } from "./editor.js";
import * as editorModule from "./editor.js";
const host = document.querySelector("#host");
self.events = [];
self.editorModule = editorModule;
self.mounted = (options) => (self.editor = mount(host, options, (event) => self.events.push(event)));
self.mounted({ language: document.documentElement.lang });
document.documentElement.dataset.ready = "";
`;

const html = (policy, language, theme) => `<!doctype html>
<html lang="${language}" data-theme="${theme}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Editor</title>
    <link rel="icon" href="icon.svg" />
    <link rel="stylesheet" href="tokens.css" />
    <link rel="stylesheet" href="page.css" />
    <script type="module" src="page.js"></script>
  </head>
  <body>
    <main><h1>Editor</h1><button id="before">before</button><div id="host"></div><button id="after">after</button></main>
  </body>
</html>`;

/** Builds the editor, serves it, and launches a browser, optionally with more flags; `visit` opens the page. */
export async function openEditor(options) {
  const folder = await mkdtemp(join(tmpdir(), "loopscope-editor-"));
  await promisify(execFile)("node", [join(root, "tools/editor.mjs"), folder]);
  const index = await readFile(join(root, "index.html"), "utf8");
  const [, policy] = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(index);
  for (const language of ["en", "fr"]) {
    for (const theme of ["light", "dark"]) await writeFile(join(folder, `${language}-${theme}.html`), html(policy, language, theme));
  }
  await writeFile(join(folder, "page.js"), script);
  await writeFile(join(folder, "page.css"), "body { margin: 0; background: var(--sheet); color: var(--ink) } #host { height: 560px; width: min(100vw, 568px) }");
  await cp(join(root, "static/style/tokens.css"), join(folder, "tokens.css"));
  await cp(join(root, "static/icon.svg"), join(folder, "icon.svg"));
  const server = await serve({ root: folder });
  const browser = await launch(options);
  return {
    folder,
    async visit({ language = "en", theme = "light", ...context } = {}) {
      const page = await (await browser.newContext(context)).newPage();
      page.problems = [];
      page.on("console", (message) => ["error", "warning"].includes(message.type()) && page.problems.push(message.text()));
      page.on("pageerror", (error) => page.problems.push(error.message));
      await page.goto(`${server.url}${language}-${theme}.html`);
      await page.locator("html[data-ready]").waitFor();
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true });
    },
  };
}
