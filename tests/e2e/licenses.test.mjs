// The licences of the page's parts, which the contents link to.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { open, visit } from "./visit.mjs";

const site = await open();
after(site.close);

for (const language of ["en", "fr"]) {
  test(`the contents link to the licences of every dependency (${language})`, () =>
    visit(site, `/?lang=${language}`, {}, async (page) => {
      const address = await page.locator("#contents .licenses a").getAttribute("href");
      const response = await page.request.get(new URL(address, site.url).href);
      assert.equal(response.status(), 200);
      const text = await response.text();
      const parts = ["yew", "wasm-bindgen", "@codemirror/view", "pyodide", "CPython"];
      for (const part of parts) assert.match(text, new RegExp(`^${part} \\d\\S+: \\S`, "m"), part);
      for (const license of ["Permission is hereby granted", "Apache License", "Mozilla Public License", "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2"]) {
        assert.ok(text.includes(license), license);
      }
    }));
}
