// Another host, for pages that ask one: with and without leave for pages of other sites, slow, failing, huge.

import { createServer } from "node:http";

/**
 * Serves on a port of its own, which to a browser is another origin. `asked` fills with the paths of requests, `open` is
 * how many are under way now, `most` how many there were at once.
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
  /** With leave; its body would run a script where it became a part of the page. */
  open: (response) => response.writeHead(200, leave).end("<img src=x onerror='window.broken = true'><b>open</b>"),
  /** Without leave. */
  closed: (response) => response.writeHead(200).end("closed"),
  /** Answers only after so many seconds. */
  slow: (response, seconds) => setTimeout(() => response.writeHead(200, leave).end("slow"), seconds * 1000).unref(),
  /** Breaks off in the middle of its body. */
  failing: (response) => {
    response.writeHead(200, { ...leave, "Content-Length": "1000" });
    response.write("half");
    setTimeout(() => response.destroy(), 100);
  },
  /** Has no end. */
  huge: (response) => {
    response.writeHead(200, leave);
    const part = Buffer.alloc(1 << 20);
    const pour = () => {
      while (!response.destroyed && response.write(part));
    };
    response.on("drain", pour);
    pour();
  },
  /** Leads to that port. */
  astray: (response, port) => response.writeHead(302, { ...leave, Location: `http://127.0.0.1:${port}/open` }).end(),
  missing: (response) => response.writeHead(404, leave).end("missing"),
};
