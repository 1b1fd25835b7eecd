// @ts-check
// The lab server answers requests below `api/`, for programs that learn to wait. It runs in the service worker (sw.js). Without a
// service worker, the page loads this file and answers the requests itself.
//
//   status/{code}            this status, from 200 to 599
//   delay/{seconds}          an answer after this time, at most 30 seconds
//   json                     a small document
//   users/{n} posts/{n} albums/{n}   one of a hundred items; 404 beyond; ?delay=seconds delays it, &status=code sets the status
//   bytes/{n}?over=seconds   n bytes, at most 10 000 000, streamed in chunks
//   flaky?fail=p&seed=s      503 with probability p; equal seeds give the same sequence
//   rate-limit?per-second=n  429 with Retry-After beyond n requests in a second
//   redirect/{n}             n redirects, at most 20, then an answer
//   drop                     no answer: a network error
//   weather/{city}           a city's weather, the same in every answer
//   site/...                 a small web site: links, a cycle, a dead link, a slow page, a redirect
//
// Every answer has the header `x-loopscope-lab`. It tells the lab server from a host that answers every path with its index.html.
self.loopscopeLab = (() => {
  const marker = "x-loopscope-lab";
  const longest = 30; // seconds
  const largest = 10_000_000; // bytes
  const chunk = 65_536; // bytes
  const items = 100;
  const redirects = 20;

  const headers = (type, more = {}) => ({
    [marker]: "1",
    "cache-control": "no-store",
    "content-type": `${type}; charset=utf-8`,
    // A reader may open an answer as a page. With this policy such a page can do nothing.
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    ...more,
  });

  const text = (body, status, type, more) => {
    const empty = [204, 205, 304].includes(status);
    const length = { "content-length": String(new TextEncoder().encode(empty ? "" : body).length) };
    return new Response(empty ? null : body, { status, headers: headers(type, { ...length, ...more }) });
  };
  const json = (value, status = 200, more = {}) => text(JSON.stringify(value), status, "application/json", more);
  const html = (title, body) => text(`<!doctype html><title>${title}</title><h1>${title}</h1>${body}`, 200, "text/html");
  const refuse = (status, error, more) => json({ error }, status, more);

  /** A decimal number within these bounds, or null. */
  const number = (typed, low, high) =>
    /^\d+(\.\d+)?$/.test(typed ?? "") && Number(typed) >= low && Number(typed) <= high ? Number(typed) : null;
  const whole = (typed, low, high) => (/^\d+$/.test(typed ?? "") ? number(typed, low, high) : null);

  /** Waits, unless the request is aborted. */
  const pause = (seconds, signal) =>
    new Promise((/** @type {(nothing?: undefined) => void} */ done, failed) => {
      if (signal?.aborted) return failed(signal.reason);
      const aborted = () => {
        clearTimeout(timer);
        failed(signal.reason);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", aborted);
        done();
      }, seconds * 1000);
      signal?.addEventListener("abort", aborted, { once: true });
    });

  /** The n-th draw of a seed, at least 0 and below 1 (splitmix32). */
  const draw = (seed, n) => {
    let z = (seed + Math.imul(n + 1, 0x9e3779b9)) >>> 0;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32;
  };

  const hash = (word) => [...word].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt(0)) >>> 0, 7);

  const bytes = (count, over, signal) => {
    const chunks = Math.max(1, Math.ceil(count / chunk));
    let sent = 0;
    const body = new ReadableStream(
      {
        async pull(stream) {
          try {
            if (over > 0) await pause(over / chunks, signal);
          } catch (reason) {
            return stream.error(reason);
          }
          const size = Math.min(chunk, count - sent);
          if (size > 0) stream.enqueue(new Uint8Array(size).fill(0x6c));
          sent += size;
          if (sent >= count) stream.close();
        },
      },
      { highWaterMark: 0 },
    );
    const more = { "content-length": String(count), "content-type": "application/octet-stream" };
    return new Response(body, { headers: headers("", more) });
  };

  const item = async (kind, typed, query, signal) => {
    const late = number(query.get("delay") ?? "0", 0, longest);
    const code = whole(query.get("status") ?? "200", 200, 599);
    if (late === null || code === null) return refuse(400, `at most ${longest} seconds, and a status from 200 to 599`);
    if (late > 0) await pause(late, signal);
    if (code >= 400) return refuse(code, "as you wished");
    const id = whole(typed, 1, items);
    if (id === null) return refuse(404, `${kind} go from 1 to ${items}`);
    const owner = ((id - 1) % 10) + 1;
    if (kind === "users") return json({ id, login: `user-${id}`, posts: [id, id + 10].filter((post) => post <= items) }, code);
    return json({ id, user: owner, title: `${kind.slice(0, -1)} ${id} of user-${owner}` }, code);
  };

  // The number of calls so far. They start again when the browser stops the worker.
  const flakyCalls = new Map();
  const limits = new Map();

  const flaky = (query) => {
    const fail = number(query.get("fail") ?? "0.5", 0, 1);
    const seed = whole(query.get("seed") ?? "1", 0, 2 ** 32 - 1);
    if (fail === null || seed === null) return refuse(400, "fail goes from 0 to 1, seed is a whole number");
    const attempt = flakyCalls.get(seed) ?? 0;
    if (flakyCalls.size > 1000) flakyCalls.clear();
    flakyCalls.set(seed, attempt + 1);
    const failed = draw(seed, attempt) < fail;
    return json({ attempt: attempt + 1, failed }, failed ? 503 : 200);
  };

  const rateLimit = (query) => {
    const most = whole(query.get("per-second") ?? "5", 1, 1000);
    if (most === null) return refuse(400, "per-second goes from 1 to 1000");
    const now = Date.now();
    const recent = (limits.get(most) ?? []).filter((time) => now - time < 1000);
    if (recent.length >= most) {
      const wait = Math.ceil((recent[0] + 1000 - now) / 1000);
      return refuse(429, `more than ${most} requests in a second`, { "retry-after": String(wait) });
    }
    limits.set(most, [...recent, now]);
    return json({ left: most - recent.length - 1 });
  };

  const redirect = (typed, base) => {
    const left = whole(typed, 0, redirects);
    if (left === null) return refuse(400, `at most ${redirects} redirects`);
    if (left === 0) return json({ redirected: true });
    return moved(new URL(`redirect/${left - 1}`, base));
  };
  const moved = (to) => new Response(null, { status: 302, headers: headers("text/plain", { location: to.href }) });

  const weather = (city) => {
    if (city.length > 60) return refuse(400, "that is a long name for a city");
    const skies = ["clear", "cloudy", "rain", "snow", "fog"];
    const sum = hash(city.toLowerCase());
    return json({ city, celsius: (sum % 450) / 10 - 10, sky: skies[sum % skies.length] });
  };

  // The pages of the site: each with its delay in seconds and its links. `home` and `garden` link to each other; `attic` does not
  // exist. The scenario web-crawler has the same data.
  const pages = {
    home: [0.2, ["kitchen", "garden", "cellar"]],
    kitchen: [0.4, ["garden", "attic"]],
    garden: [0.3, ["home", "pond"]],
    pond: [0.3, ["garden", "slow"]],
    cellar: [0.3, ["kitchen", "old"]],
    slow: [1.5, ["cellar"]],
    new: [0.2, ["pond"]],
  };
  const site = async (name, base, signal) => {
    const page = name || "home";
    const [seconds, links] = Object.hasOwn(pages, page) ? pages[page] : [0.1, null];
    await pause(seconds, signal);
    if (page === "old") return moved(new URL("site/new", base));
    if (links === null) return refuse(404, "no such page");
    const href = (link) => new URL(`site/${link}`, base).pathname;
    return html(page, links.map((link) => `<p><a href="${href(link)}">${link}</a></p>`).join(""));
  };

  const delay = async (typed, signal) => {
    const seconds = number(typed, 0, longest);
    if (seconds === null) return refuse(400, `a delay goes from 0 to ${longest} seconds`);
    await pause(seconds, signal);
    return json({ waited: seconds });
  };

  const status = (typed) => {
    const code = whole(typed, 200, 599);
    return code === null ? refuse(400, "a status goes from 200 to 599") : json({ status: code }, code);
  };

  const sized = (typed, query, signal) => {
    const count = whole(typed, 0, largest);
    const over = number(query.get("over") ?? "0", 0, longest);
    if (count === null || over === null) return refuse(400, `at most ${largest} bytes over at most ${longest} seconds`);
    return bytes(count, over, signal);
  };

  const route = (path, query, base, signal) => {
    const [name, rest = null] = path.split(/\/(.*)/s);
    switch (name) {
      case "status": return status(rest);
      case "delay": return delay(rest, signal);
      case "json": return json({ server: "loopscope lab", answers: ["status", "delay", "json", "bytes"] });
      case "users":
      case "posts":
      case "albums": return item(name, rest, query, signal);
      case "bytes": return sized(rest, query, signal);
      case "flaky": return flaky(query);
      case "rate-limit": return rateLimit(query);
      case "redirect": return redirect(rest, base);
      case "drop": return Response.error();
      case "weather": return weather(rest ?? "");
      case "site": return site(rest ?? "", base, signal);
      default: return refuse(404, "the lab server has no such answer");
    }
  };

  /** The answer to a request below `base`, the lab server's address; rejects if the request is aborted before. */
  const answer = async (request, base) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      return refuse(405, "only GET and HEAD", { allow: "GET, HEAD" });
    }
    const url = new URL(request.url);
    let path;
    try {
      path = decodeURIComponent(url.pathname.slice(new URL(base).pathname.length));
    } catch {
      return refuse(400, "not a path");
    }
    return route(path, url.searchParams, base, request.signal);
  };

  /** The answer for a page without a service worker. It follows redirects as the browser's fetch would. */
  const fetchInPage = async (address, base, signal) => {
    let url = new URL(address, base).href;
    for (let hops = 0; hops <= redirects; hops += 1) {
      const response = await answer({ url, method: "GET", signal }, base);
      if (response.type === "error") break;
      const location = response.status === 302 && response.headers.get("location");
      if (!location) return Object.defineProperties(response, { url: { value: url }, redirected: { value: hops > 0 } });
      url = new URL(location, url).href;
    }
    throw new TypeError("Failed to fetch");
  };

  return { answer, fetchInPage, marker };
})();
