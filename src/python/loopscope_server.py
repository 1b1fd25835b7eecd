"""The lab server in virtual time: the responses of static/lab.js, and those of the hosts that the course names.

Each response is computed when its request is sent, with its delay in seconds. Nothing leaves the browser.
"""

import re
from urllib.parse import parse_qsl, unquote, urlsplit

from loopscope_answers import LATENCY, Answer, Asked, number, plain, refuse, sent, whole
from loopscope_sites import of_httpbin, of_placeholder

LONGEST = 30  # seconds
LARGEST = 10_000_000  # bytes
ITEMS = 100
COURSE_HOST = re.compile(r"api\.exemple[\w-]*\.com")


class NotSimulated(Exception):
    """The request is for a host that the lab does not simulate."""


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
