"""The lab server's responses for the public test services that courses use (httpbin, jsonplaceholder)."""

from loopscope_answers import Answer, number, refuse, sent, whole


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
