// @ts-check
// A built page before it is moved to dist: its index.html, and the files that index.html names.

import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export class Page {
  /** @param {string | undefined} folder the folder in which Trunk assembles the page */
  constructor(folder) {
    if (!folder) throw new Error("there is no page: Trunk names it in TRUNK_STAGING_DIR");
    this.folder = folder;
    this.html = readFileSync(join(folder, "index.html"), "utf8");
  }

  /** @param {string} name */
  read(name) {
    return readFileSync(join(this.folder, name));
  }

  /**
   * Gives a file's bytes, and removes it.
   *
   * @param {string} name
   */
  take(name) {
    const bytes = this.read(name);
    rmSync(join(this.folder, name));
    return bytes;
  }

  /**
   * The file that an attribute of the page's own script element names.
   *
   * @param {string} attribute
   */
  named(attribute) {
    const [, name] = this.html.match(new RegExp(`${attribute}="\\./([^"]+)"`)) ?? [];
    if (!name) throw new Error(`the built page has no ${attribute}`);
    return name;
  }

  /**
   * Puts other bytes into a file's place, under a name that says so.
   *
   * @param {string} name
   * @param {Buffer} bytes
   */
  replace(name, bytes) {
    const [, stem, end] = name.match(/^(.*)-[0-9a-f]+((?:_bg)?\.\w+)$/) ?? [];
    if (!stem) throw new Error(`the name of ${name} has no hash`);
    const before = integrity(this.take(name));
    this.html = this.html.replaceAll(name, this.store(stem, end, bytes)).replaceAll(before, integrity(bytes));
  }

  /**
   * Puts other bytes into a file whose name has no hash.
   *
   * @param {string} name
   * @param {Buffer} bytes
   */
  rewrite(name, bytes) {
    writeFileSync(join(this.folder, name), bytes);
  }

  /**
   * Adds a file whose name has the hash of what it holds, and gives the name.
   *
   * @param {string} stem
   * @param {string} end
   * @param {Buffer} bytes
   */
  store(stem, end, bytes) {
    const name = `${stem}-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}${end}`;
    writeFileSync(join(this.folder, name), bytes);
    return name;
  }

  /**
   * Gives the page's own script element an attribute.
   *
   * @param {string} attribute
   * @param {string} value
   */
  name(attribute, value) {
    this.html = this.html.replace(" data-wasm=", ` ${attribute}="${value}" data-wasm=`);
  }

  write() {
    // Browsers do not check the integrity of what is preloaded for a fetch, and warn about the attribute.
    this.html = this.html.replace(/(<link rel="preload"[^>]*?) integrity="[^"]*"/g, "$1");
    writeFileSync(join(this.folder, "index.html"), this.html);
  }
}

/**
 * What an `integrity` attribute says of these bytes, in the words that Trunk uses too.
 *
 * @param {Buffer} bytes
 */
export function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
