// The parts of the program that static/start.js loads beside the program: those that the address needs (tests/parts.txt).

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist } from "./visit.mjs";

const index = readFileSync(join(dist, "index.html"), "utf8");
const [, start] = index.match(/<script [^>]*data-wasm="[^"]*">(.*?)<\/script>/s);
const lines = readFileSync(new URL("../parts.txt", import.meta.url), "utf8").trim().split("\n");
const recorded = lines.map((line) => line.split("\t")).map(([parts, address]) => ({ parts: parts.split(" "), address }));

const attribute = (name) => index.match(new RegExp(` ${name}="([^"]*)"`))?.[1] ?? null;
const filesOf = (parts) => [...new Set(parts.flatMap((part) => attribute(`data-part-${part}`).split(" ")))].sort();

/** The files that the starter fetches at this address before the program runs. */
function fetchedAt(address) {
  const fetched = [];
  const script = { dataset: { js: "data:text/javascript,", wasm: "program.wasm" }, getAttribute: attribute, hasAttribute: (name) => attribute(name) !== null };
  const fetch = (url) => {
    fetched.push(url.replace("http://page.test", "."));
    return new Promise(() => {});
  };
  const document = { baseURI: "http://page.test/", currentScript: script };
  Object.assign(globalThis, { document, fetch, self: globalThis, location: { hash: address }, addEventListener: () => {} });
  new Function(start)();
  return fetched.filter((file) => file !== "./program.wasm").sort();
}

/** The starter does not know all paths, and that real requests are neither compared nor predicted. There it fetches wrong parts. */
const isExcepted = (address) => /^#\/(read\/(nothing.*)?|s\/concurrent\/|e\/No such.*|s\/real-requests\?.*(compare|predict)=1.*)$/.test(address);

test("the starter fetches the parts that an address needs, and no others", () => {
  assert.ok(recorded.length >= 60, `the list has ${recorded.length} addresses`);
  for (const { parts, address } of recorded.filter((one) => !isExcepted(one.address))) {
    assert.deepEqual(fetchedAt(address), filesOf(parts), address);
  }
});
