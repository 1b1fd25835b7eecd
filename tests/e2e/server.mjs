// Serves a built page as a static host does, for the tests: `node tests/e2e/server.mjs [--base /sub/] [--port 0] dist`.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".py": "text/plain; charset=utf-8",
  ".rs": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * Serves the directory `root` on 127.0.0.1, mounted under `base` ("/", or "/sub/" as on a host shared with others).
 *
 * An unknown path is answered with 404; with `fallback`, a file of `root`, it is answered with that file and status 200, as
 * `trunk serve` does. Port 0 takes a free port. With `gzip` the answers are compressed, as by most hosts.
 *
 * @param {{ root: string, base?: string, fallback?: string, port?: number, gzip?: boolean }} options
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} `url` ends with the base, so with a slash
 */
export async function serve({ root, base = "/", fallback, port = 0, gzip = false }) {
  const directory = resolve(root);
  const mount = `/${base}/`.replace(/\/+/g, "/");
  if (!(await stat(directory).catch(() => null))?.isDirectory()) {
    throw new Error(`there is no directory ${directory} to serve: build the page first (make build)`);
  }

  const server = createServer((request, response) => {
    answer(request, response, { directory, mount, fallback, gzip }).catch((error) => {
      if (!response.headersSent) refuse(response, 500, error.message);
      else response.destroy(error);
    });
  });
  await new Promise((listening, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", listening);
  });

  return {
    url: `http://127.0.0.1:${server.address().port}${mount}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        // A browser keeps connections open, and close() alone would wait for them.
        server.closeAllConnections();
      }),
  };
}

async function answer(request, response, { directory, mount, fallback, gzip }) {
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "only GET and HEAD");

  const path = pathOf(request.url);
  if (path === null) return refuse(response, 400, "not a path");
  if (path === mount.slice(0, -1)) return redirect(response, mount);
  if (!path.startsWith(mount)) return refuse(response, 404, "outside the mounted path");

  const file = (await fileAt(directory, path.slice(mount.length))) ?? (fallback && (await fileAt(directory, fallback)));
  if (!file) return refuse(response, 404, "no such file");

  const headers = { "Cache-Control": "no-store", "Content-Type": types[extname(file.name).toLowerCase()] ?? "application/octet-stream" };
  if (gzip && request.method === "GET") return pack(response, headers, file.name);

  response.writeHead(200, { ...headers, "Content-Length": file.size });
  if (request.method === "HEAD") return response.end();
  createReadStream(file.name)
    .on("error", (error) => response.destroy(error))
    .pipe(response);
}

/** Compressed files by name and time, because compressing at level 9 is slow. */
const packed = new Map();

async function pack(response, headers, name) {
  const key = `${name} ${(await stat(name)).mtimeMs}`;
  if (!packed.has(key)) packed.set(key, gzipSync(await readFile(name), { level: 9 }));
  response.writeHead(200, { ...headers, "Content-Encoding": "gzip", "Content-Length": packed.get(key).length });
  response.end(packed.get(key));
}

/** The decoded path of a request, or null if it is malformed. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
    return path.startsWith("/") && !path.includes("\0") ? path : null;
  } catch {
    return null;
  }
}

/** The file that a path names below `directory`, or null, also for a path outside `directory`. */
async function fileAt(directory, path) {
  const name = join(directory, path === "" || path.endsWith("/") ? `${path}index.html` : path);
  const inside = relative(directory, name);
  if (inside === ".." || inside.startsWith(`..${sep}`)) return null;
  const found = await stat(name).catch(() => null);
  return found?.isFile() ? { name, size: found.size } : null;
}

function refuse(response, status, reason) {
  response.writeHead(status, { "Cache-Control": "no-store", "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${status} ${reason}\n`);
}

function redirect(response, location) {
  response.writeHead(301, { "Cache-Control": "no-store", Location: location });
  response.end();
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      base: { type: "string", default: "/" },
      fallback: { type: "string" },
      port: { type: "string", default: "0" },
    },
  });
  const { url } = await serve({ root: positionals[0] ?? "dist", ...values, port: Number(values.port) });
  console.log(url);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(`server: ${error.message}`);
    process.exitCode = 1;
  });
}
