// Another host, to which pages send requests. Its answers have CORS headers or not, are slow, break off, never end or redirect.

import { createServer } from "node:http";

/**
 * Serves on another port, which is another origin to a browser. `asked` collects the paths of requests, `open` is the number
 * of requests in progress, `most` is the highest number at once.
 *
 * @returns {Promise<{ url: string, asked: string[], open: number, most: number, close: () => Promise<void> }>}
 */
export async function serveAway() {
  const away = { asked: [], open: 0, most: 0 };
  const server = createServer((request, response) => {
    away.asked.push(request.url);
    away.open += 1;
    away.most = Math.max(away.most, away.open);
    response.on("close", () => (away.open -= 1));
    const [path, seconds] = request.url.slice(1).split("/");
    (answers[path] ?? answers.missing)(response, Number(seconds ?? 0));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  away.url = `http://127.0.0.1:${server.address().port}`;
  away.close = () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    });
  return away;
}

const leave = { "Access-Control-Allow-Origin": "*", "Content-Type": "text/html" };

const answers = {
  /** With CORS headers; its body would run a script if it were inserted into the page. */
  open: (response) => response.writeHead(200, leave).end("<img src=x onerror='window.broken = true'><b>open</b>"),
  /** Without CORS headers. */
  closed: (response) => response.writeHead(200).end("closed"),
  /** Answers after a delay in seconds. */
  slow: (response, seconds) => setTimeout(() => response.writeHead(200, leave).end("slow"), seconds * 1000).unref(),
  /** Breaks the connection in the middle of its body. */
  failing: (response) => {
    response.writeHead(200, { ...leave, "Content-Length": "1000" });
    response.write("half");
    setTimeout(() => response.destroy(), 100);
  },
  /** Never ends. */
  huge: (response) => {
    response.writeHead(200, leave);
    const part = Buffer.alloc(1 << 20);
    const pour = () => {
      while (!response.destroyed && response.write(part));
    };
    response.on("drain", pour);
    pour();
  },
  /** Redirects to another port. */
  astray: (response, port) => response.writeHead(302, { ...leave, Location: `http://127.0.0.1:${port}/open` }).end(),
  missing: (response) => response.writeHead(404, leave).end("missing"),
};
