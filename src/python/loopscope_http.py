"""Sends a request to the lab server in virtual time, awaited or blocking, and logs it, for the lab's HTTP clients."""

import asyncio
import datetime
import json as json_
from urllib.parse import urlencode, urljoin, urlsplit

import loopscope
import loopscope_server

NOT_SIMULATED = "this host is not simulated in the lab, and nothing leaves the browser"
server = loopscope_server.Server()


class Refused(Exception):
    """The connection failed: the host is not simulated, or drops the connection."""

    def __init__(self, host, port, why, dropped=False):
        super().__init__(f"{host}:{port}: {why}")
        self.why, self.dropped = why, dropped


class Headers(dict):
    """Headers with case-insensitive names."""

    def __init__(self, *sources):
        super().__init__()
        for source in sources:
            for name, value in dict(source or {}).items():
                self[name] = str(value)

    def __setitem__(self, name, value):
        super().__setitem__(self.spelt(name), value)

    def __getitem__(self, name):
        return super().__getitem__(self.spelt(name))

    def __contains__(self, name):
        return super().__contains__(self.spelt(name))

    def get(self, name, default=None):
        return super().get(self.spelt(name), default)

    def spelt(self, name):
        return next((known for known in self.keys() if known.lower() == name.lower()), name)


class Exchange:
    """A request and its response."""

    def __init__(self, method, url, *, base="", params=None, headers=None, json=None, data=None, agent=""):
        self.method = method.upper()
        self.url = with_query(urljoin(str(base), str(url)), params)
        self.headers = Headers({"Host": urlsplit(self.url).netloc, "User-Agent": agent, "Accept": "*/*"}, headers)
        self.body = body_of(json, data, self.headers)
        self.recorder = loopscope.active
        self.number = self.recorder.request(self.url)
        self.began = self.recorder.now
        self.answer = None

    def send(self):
        """Sends the request. Returns its response's delay in seconds."""
        parts = urlsplit(self.url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
        self.recorder.stage(self.number, "sent")
        try:
            self.answer = server.answer(self.method, self.url, self.headers, self.body, self.recorder.now)
        except loopscope_server.NotSimulated as host:
            self.fail(NOT_SIMULATED)
            raise Refused(host, port, NOT_SIMULATED) from None
        return self.answer.delay

    def came(self):
        """Logs that the response has arrived. Raises Refused if the connection was dropped."""
        parts = urlsplit(self.url)
        if self.answer.dropped:
            self.fail("the connection was closed")
            raise Refused(parts.hostname, parts.port or 80, "Server disconnected", True)
        length = len(self.answer.body)
        self.recorder.stage(self.number, "answered", self.answer.status, length, "simulated")
        self.recorder.stage(self.number, "received", length)
        self.recorder.stage(self.number, "done")

    def fail(self, why):
        self.recorder.stage(self.number, "failed", why)

    def abort(self):
        self.recorder.stage(self.number, "aborted")

    async def awaited(self, timeout):
        """Waits for the response while other tasks run. Raises TimeoutError, Refused."""
        delay = self.send()
        future = asyncio.get_running_loop().create_future()
        self.recorder.waits_for(future, f"request\t{self.number}")
        late = timeout is not None and timeout < delay
        self.recorder.at(self.recorder.now + (timeout if late else delay), lambda: future.done() or future.set_result(None))
        try:
            await future
        except asyncio.CancelledError:
            self.abort()
            raise
        self.finish(late)

    def waited(self, timeout):
        """Waits for the response and blocks the loop, as a blocking client does."""
        delay = self.send()
        late = timeout is not None and timeout < delay
        self.recorder.sleep(timeout if late else delay)
        self.finish(late)

    def finish(self, late):
        if late:
            self.fail("timeout")
            raise TimeoutError
        self.came()

    @property
    def elapsed(self):
        return datetime.timedelta(seconds=self.recorder.now - self.began)


def with_query(url, params):
    if not params:
        return url
    pairs = [(name, value) for name, value in (params.items() if hasattr(params, "items") else params)]
    return url + ("&" if "?" in url else "?") + urlencode(pairs, doseq=True)


def body_of(json, data, headers):
    if json is not None:
        headers.setdefault("Content-Type", "application/json")
        return json_.dumps(json).encode()
    if data is None:
        return b""
    if isinstance(data, (dict, list, tuple)):
        headers.setdefault("Content-Type", "application/x-www-form-urlencoded")
        return urlencode(data).encode()
    return data if isinstance(data, bytes) else str(data).encode()
