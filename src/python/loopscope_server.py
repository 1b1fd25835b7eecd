"""The lab server in virtual time: the responses of static/lab.js, and those of the hosts that the course names.

Each response is computed when its request is sent, with its delay in seconds. Nothing leaves the browser.
"""

import json
import re
from urllib.parse import parse_qsl, unquote, urlsplit

LATENCY = 0.05  # seconds, the minimum delay of a response
LONGEST = 30  # seconds
LARGEST = 10_000_000  # bytes
ITEMS = 100
COURSE_HOST = re.compile(r"api\.exemple[\w-]*\.com")

REASONS = {
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 301: "Moved Permanently", 302: "Found", 304: "Not Modified",
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 418: "I'm a teapot",
    429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
}


class NotSimulated(Exception):
    """The request is for a host that the lab does not simulate."""


class Answer:
    """A response and its delay in seconds; `dropped` if the connection breaks instead."""

    def __init__(self, body, status=200, delay=0.0, kind="application/json", headers=(), dropped=False):
        self.status = status
        self.delay = LATENCY + delay
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode() if kind == "application/json" else body.encode()
        if status in (204, 205, 304):
            self.body = b""
        self.headers = {"Content-Type": f"{kind}; charset=utf-8", "Content-Length": str(len(self.body)), **dict(headers)}
        self.dropped = dropped


class Server:
    """Answers one program's requests; it counts how often each request was sent."""

    def __init__(self):
        self.flaky_calls = {}
        self.limited = {}

    def answer(self, method, url, headers, body, now):
        """Returns the response to a request that is sent now. Raises NotSimulated for a host that is not simulated."""
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))
        path = [unquote(word) for word in parts.path.split("/") if word]
        host = parts.hostname or ""
        asked = Asked(method, url, path, query, headers, body)
        if host in ("", "localhost", "127.0.0.1", "lab"):
            return self.of_lab(asked, now)
        if host in ("httpbin.org", "www.httpbin.org"):
            return of_httpbin(asked)
        if host == "jsonplaceholder.typicode.com":
            return of_placeholder(asked)
        if COURSE_HOST.fullmatch(host):
            return Answer({"url": url, "method": method, "path": "/" + "/".join(path), "query": query, **sent(asked)})
        raise NotSimulated(host)

    def of_lab(self, asked, now):
        path = asked.path[1:] if asked.path[:1] == ["api"] else asked.path
        name, rest = (path[0] if path else ""), "/".join(path[1:])
        query = asked.query
        if asked.method not in ("GET", "HEAD"):
            return refuse(405, "only GET and HEAD")
        if name == "status":
            code = whole(rest, 200, 599)
            return refuse(400, "a status goes from 200 to 599") if code is None else Answer({"status": code}, code)
        if name == "delay":
            seconds = number(rest, 0, LONGEST)
            return refuse(400, f"a delay goes from 0 to {LONGEST} seconds") if seconds is None else Answer({"waited": plain(seconds)}, delay=seconds)
        if name == "json":
            return Answer({"server": "loopscope lab", "answers": ["status", "delay", "json", "bytes"]})
        if name in ("users", "posts", "albums"):
            return item(name, rest, query)
        if name == "bytes":
            count, over = whole(rest, 0, LARGEST), number(query.get("over", "0"), 0, LONGEST)
            if count is None or over is None:
                return refuse(400, f"at most {LARGEST} bytes over at most {LONGEST} seconds")
            return Answer(b"l" * count, delay=over, kind="application/octet-stream")
        if name == "flaky":
            return self.flaky(query)
        if name == "rate-limit":
            return self.rate_limit(query, now)
        if name == "redirect":
            left = whole(rest, 0, 20)
            return refuse(400, "at most 20 redirects") if left is None else Answer({"redirected": True}, delay=left * LATENCY)
        if name == "drop":
            return Answer({}, dropped=True)
        if name == "weather":
            skies = ["clear", "cloudy", "rain", "snow", "fog"]
            total = digest(rest.lower())
            return Answer({"city": rest, "celsius": plain((total % 450) / 10 - 10), "sky": skies[total % 5]})
        if name == "site":
            return site(rest or "home")
        return refuse(404, "the lab server has no such answer")

    def flaky(self, query):
        fail, seed = number(query.get("fail", "0.5"), 0, 1), whole(query.get("seed", "1"), 0, 2**32 - 1)
        if fail is None or seed is None:
            return refuse(400, "fail goes from 0 to 1, seed is a whole number")
        attempt = self.flaky_calls.get(seed, 0)
        self.flaky_calls[seed] = attempt + 1
        failed = draw(seed, attempt) < fail
        return Answer({"attempt": attempt + 1, "failed": failed}, 503 if failed else 200)

    def rate_limit(self, query, now):
        most = whole(query.get("per-second", "5"), 1, 1000)
        if most is None:
            return refuse(400, "per-second goes from 1 to 1000")
        recent = [moment for moment in self.limited.get(most, []) if now - moment < 1]
        if len(recent) >= most:
            wait = -int(-(recent[0] + 1 - now) // 1)
            return refuse(429, f"more than {most} requests in a second", {"Retry-After": str(wait)})
        self.limited[most] = [*recent, now]
        return Answer({"left": most - len(recent) - 1})


class Asked:
    """A parsed request."""

    def __init__(self, method, url, path, query, headers, body):
        self.method, self.url, self.path, self.query, self.headers, self.body = method, url, path, query, headers, body


def refuse(status, error, headers=()):
    return Answer({"error": error}, status, headers=headers)


def number(typed, low, high):
    found = float(typed) if re.fullmatch(r"\d+(\.\d+)?", typed or "") else None
    return found if found is not None and low <= found <= high else None


def whole(typed, low, high):
    found = int(typed) if re.fullmatch(r"\d+", typed or "") else None
    return found if found is not None and low <= found <= high else None


def plain(value):
    """Returns a number as JavaScript writes it: 1.0 as 1."""
    return int(value) if value == int(value) else value


def item(kind, typed, query):
    late, code = number(query.get("delay", "0"), 0, LONGEST), whole(query.get("status", "200"), 200, 599)
    if late is None or code is None:
        return refuse(400, f"at most {LONGEST} seconds, and a status from 200 to 599")
    if code >= 400:
        return Answer({"error": "as you wished"}, code, late)
    number_ = whole(typed, 1, ITEMS)
    if number_ is None:
        return Answer({"error": f"{kind} go from 1 to {ITEMS}"}, 404, late)
    if kind == "users":
        posts = [post for post in (number_, number_ + 10) if post <= ITEMS]
        return Answer({"id": number_, "login": f"user-{number_}", "posts": posts}, code, late)
    owner = (number_ - 1) % 10 + 1
    return Answer({"id": number_, "user": owner, "title": f"{kind[:-1]} {number_} of user-{owner}"}, code, late)


PAGES = {
    "home": (0.2, ["kitchen", "garden", "cellar"]), "kitchen": (0.4, ["garden", "attic"]), "garden": (0.3, ["home", "pond"]),
    "pond": (0.3, ["garden", "slow"]), "cellar": (0.3, ["kitchen", "old"]), "slow": (1.5, ["cellar"]), "new": (0.2, ["pond"]),
}


def site(page):
    seconds, links = PAGES["new" if page == "old" else page] if page in PAGES or page == "old" else (0.1, None)
    if links is None:
        return Answer({"error": "no such page"}, 404, seconds)
    body = "".join(f'<p><a href="/api/site/{link}">{link}</a></p>' for link in links)
    return Answer(f"<!doctype html><title>{page}</title><h1>{page}</h1>{body}", delay=seconds, kind="text/html")


def digest(word):
    total = 7
    for letter in word:
        total = (total * 31 + ord(letter)) & 0xFFFFFFFF
    return total


def draw(seed, n):
    """Returns a seed's n-th random number, at least 0 and below 1: splitmix32, as in static/lab.js."""
    z = (seed + (n + 1) * 0x9E3779B9) & 0xFFFFFFFF
    z = ((z ^ (z >> 16)) * 0x21F0AAAD) & 0xFFFFFFFF
    z = ((z ^ (z >> 15)) * 0x735A2D97) & 0xFFFFFFFF
    return (z ^ (z >> 15)) / 2**32


def sent(asked):
    """Returns the fields of an echo for a request's body."""
    if not asked.body:
        return {}
    text = asked.body.decode("utf-8", "replace")
    try:
        return {"data": text, "json": json.loads(text)}
    except ValueError:
        return {"data": text, "json": None}


def of_httpbin(asked):
    name, rest = (asked.path[0] if asked.path else ""), "/".join(asked.path[1:])
    headers = {name.title(): value for name, value in asked.headers.items()}
    echo = {"args": asked.query, "headers": headers, "origin": "127.0.0.1", "url": asked.url}
    if name in ("get", "anything", ""):
        return Answer(echo | sent(asked))
    if name in ("post", "put", "patch", "delete"):
        if asked.method != name.upper():
            return refuse(405, "another method is wanted")
        return Answer(echo | {"data": "", "json": None, "form": {}, "files": {}} | sent(asked))
    if name == "delay":
        seconds = number(rest, 0, 1000)
        return refuse(404, "no such delay") if seconds is None else Answer(echo, delay=min(seconds, 10))
    if name == "status":
        return Answer(b"", whole(rest, 100, 599) or 400, kind="text/html")
    if name in ("ip", "headers", "user-agent"):
        return Answer({"ip": {"origin": "127.0.0.1"}, "headers": {"headers": headers}, "user-agent": {"user-agent": headers.get("User-Agent")}}[name])
    if name == "uuid":
        return Answer({"uuid": "00000000-0000-4000-8000-000000000000"})
    if name == "bytes":
        return Answer(b"l" * min(int(rest or 0), 102_400), kind="application/octet-stream")
    if name == "json":
        return Answer({"slideshow": {"title": "Sample", "slides": [{"title": "One"}, {"title": "Two"}]}})
    if name == "html":
        return Answer("<!doctype html><title>Sample</title><h1>Sample</h1>", kind="text/html")
    return refuse(404, "not simulated")


KINDS = {"posts": 100, "comments": 500, "albums": 100, "photos": 5000, "todos": 200, "users": 10}


def of_placeholder(asked):
    kind = asked.path[0] if asked.path else ""
    if kind not in KINDS:
        return Answer({}, 404)
    if asked.method == "POST":
        return Answer({**(sent(asked).get("json") or {}), "id": KINDS[kind] + 1}, 201, 0.1)
    if len(asked.path) == 1:
        of_user = whole(asked.query.get("userId"), 1, 10)
        entries = [entry(kind, n) for n in range(1, min(KINDS[kind], 200) + 1)]
        return Answer([one for one in entries if of_user is None or one.get("userId") == of_user], delay=0.2)
    found = whole(asked.path[1], 1, KINDS[kind])
    if found is None:
        return Answer({}, 404, 0.1)
    if len(asked.path) > 2:
        return Answer([entry(asked.path[2], (found - 1) * 5 + n) for n in range(1, 6)], delay=0.15)
    return Answer(entry(kind, found), delay=0.05 + found % 10 * 0.02)


def entry(kind, n):
    """Returns the n-th item of a kind, in the format of common test services."""
    owner = (n - 1) // 10 % 10 + 1
    if kind == "users":
        return {"id": n, "name": f"User {n}", "username": f"user{n}", "email": f"user{n}@example.org", "address": {"city": f"City {n}"}}
    if kind == "todos":
        return {"userId": (n - 1) // 20 + 1, "id": n, "title": f"todo {n}", "completed": n % 2 == 0}
    if kind == "comments":
        return {"postId": (n - 1) // 5 + 1, "id": n, "name": f"comment {n}", "email": f"user{n % 10 + 1}@example.org", "body": f"body {n}"}
    if kind == "photos":
        return {"albumId": (n - 1) // 50 + 1, "id": n, "title": f"photo {n}", "url": f"https://example.org/{n}.png"}
    thing = {"userId": owner, "id": n, "title": f"{kind[:-1]} {n}"}
    return thing | ({"body": f"body of post {n}"} if kind == "posts" else {})
