"""Requests and answers of the lab server (loopscope_server.py), and how it reads the numbers in them."""

import json
import re

LATENCY = 0.05  # seconds, the minimum delay of a response

REASONS = {
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 301: "Moved Permanently", 302: "Found", 304: "Not Modified",
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed", 418: "I'm a teapot",
    429: "Too Many Requests", 500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
}


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


def sent(asked):
    """Returns the fields with which a response repeats a request's body."""
    if not asked.body:
        return {}
    text = asked.body.decode("utf-8", "replace")
    try:
        return {"data": text, "json": json.loads(text)}
    except ValueError:
        return {"data": text, "json": None}
