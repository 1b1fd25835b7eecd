// A simulated scope of a service worker, in which the files of static/ run without a browser.

import { readFileSync } from "node:fs";
import vm from "node:vm";

export const scope = "https://host.example/sub/";
export const base = `${scope}api/`;

/** Returns a scope with a worker's globals, in which these files of static/ have run. */
export function worker(files, more = {}) {
  const listeners = {};
  const globals = {
    AbortController, Blob, Date, Map, Promise, ReadableStream, Request, Response, TextEncoder, Uint8Array, URL,
    TextDecoder, btoa, clearTimeout, crypto, setTimeout,
    registration: { scope },
    addEventListener: (name, listener) => (listeners[name] = listener),
    ...more,
  };
  globals.self = globals;
  const context = vm.createContext(globals);
  const run = (name) => vm.runInContext(source(name), context, { filename: name });
  globals.importScripts = run;
  files.forEach(run);
  return { scope: globals, listeners };
}

function source(name) {
  return readFileSync(new URL(`../../static/${name}`, import.meta.url), "utf8");
}
