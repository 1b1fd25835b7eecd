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
   * Removes a file and returns its bytes.
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
   * Replaces a file by other bytes, under a name with their hash.
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
   * Replaces the bytes of a file whose name has no hash.
   *
   * @param {string} name
   * @param {Buffer} bytes
   */
  rewrite(name, bytes) {
    writeFileSync(join(this.folder, name), bytes);
  }

  /**
   * Adds a file whose name contains the hash of its bytes, and returns the name.
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
   * Adds an attribute to the page's own script element.
   *
   * @param {string} attribute
   * @param {string} value
   */
  name(attribute, value) {
    this.html = this.html.replace(" data-wasm=", ` ${attribute}="${value}" data-wasm=`);
  }

  write() {
    // Browsers do not check the integrity of files that are preloaded for a fetch, and warn about the attribute.
    this.html = this.html.replace(/(<link rel="preload"[^>]*?) integrity="[^"]*"/g, "$1");
    writeFileSync(join(this.folder, "index.html"), this.html);
  }
}

/**
 * The value of an `integrity` attribute for these bytes, with the hash function that Trunk uses.
 *
 * @param {Buffer | string} bytes
 */
export function integrity(bytes) {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
