"""httpx's API over the lab server (loopscope_server.py), in virtual time: a client that awaits and one that blocks."""

import json as json_

import loopscope_http
from loopscope_answers import REASONS

__version__ = "0.28.1"


class HTTPError(Exception):
    """Base of this module's errors."""


class RequestError(HTTPError):
    """The request got no response."""


class TransportError(RequestError):
    """The connection to the server failed or broke."""


class TimeoutException(TransportError):
    """The response took too long."""


class ConnectTimeout(TimeoutException):
    """Connecting took too long."""


class ReadTimeout(TimeoutException):
    """The response took too long."""


class NetworkError(TransportError):
    """The network failed."""


class ConnectError(NetworkError):
    """The connection to the host failed."""


class RemoteProtocolError(TransportError):
    """The server closed the connection."""


class HTTPStatusError(HTTPError):
    """A response with an error status."""

    def __init__(self, message, *, request=None, response=None):
        super().__init__(message)
        self.request, self.response = request, response


class Timeout:
    """The timeouts of a request, in seconds."""

    def __init__(self, timeout=5.0, *, connect=None, read=None, write=None, pool=None):
        self.read = read if read is not None else timeout


class Limits:
    """The limits of connections. They are ignored: the lab server has no limit."""

    def __init__(self, max_connections=100, max_keepalive_connections=20, keepalive_expiry=5.0):
        self.max_connections = max_connections


class Response:
    """A response."""

    def __init__(self, exchange):
        self.status_code, self.content, self.url = exchange.answer.status, exchange.answer.body, exchange.url
        self.headers, self.elapsed = loopscope_http.Headers(exchange.answer.headers), exchange.elapsed
        self.reason_phrase = REASONS.get(self.status_code, "")
        self.encoding, self.history = "utf-8", []

    @property
    def text(self):
        return self.content.decode("utf-8", "replace")

    @property
    def is_success(self):
        return 200 <= self.status_code < 300

    @property
    def is_error(self):
        return self.status_code >= 400

    def json(self, **options):
        return json_.loads(self.content, **options)

    def raise_for_status(self):
        if self.is_error:
            kind = "Client error" if self.status_code < 500 else "Server error"
            raise HTTPStatusError(f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'", response=self)
        return self

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"


class _Client:
    """The base of both clients."""

    def __init__(self, *, base_url="", headers=None, params=None, timeout=5.0, **_):
        self.base_url, self.headers, self.params, self.timeout = base_url, dict(headers or {}), dict(params or {}), timeout
        self.is_closed = False

    def _exchange(self, method, url, params=None, headers=None, json=None, data=None, content=None, **_):
        return loopscope_http.Exchange(
            method, url, base=self.base_url, params={**self.params, **(params or {})} or None,
            headers={**self.headers, **(headers or {})}, json=json, data=content if content is not None else data,
            agent=f"python-httpx/{__version__}")

    def _seconds(self, options):
        timeout = options.pop("timeout", self.timeout)
        return timeout.read if isinstance(timeout, Timeout) else timeout


def _error(error):
    if isinstance(error, TimeoutError):
        return ReadTimeout("The read operation timed out")
    if error.dropped:
        return RemoteProtocolError("Server disconnected without sending a response.")
    return ConnectError(f"Cannot connect to {error}")


class Client(_Client):
    """A client whose requests block."""

    def request(self, method, url, **options):
        seconds = self._seconds(options)
        exchange = self._exchange(method, url, **options)
        try:
            exchange.waited(seconds)
        except (TimeoutError, loopscope_http.Refused) as error:
            raise _error(error) from None
        return Response(exchange)

    def close(self):
        self.is_closed = True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class AsyncClient(_Client):
    """A client whose requests are awaited."""

    async def request(self, method, url, **options):
        seconds = self._seconds(options)
        exchange = self._exchange(method, url, **options)
        try:
            await exchange.awaited(seconds)
        except (TimeoutError, loopscope_http.Refused) as error:
            raise _error(error) from None
        return Response(exchange)

    async def aclose(self):
        self.is_closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.aclose()


def request(method, url, **options):
    """One request, which blocks."""
    return Client().request(method, url, **options)


def _put_methods():
    for name in ("get", "post", "put", "patch", "delete", "head", "options"):
        def blocking(self, url, _method=name.upper(), **options):
            return self.request(_method, url, **options)

        async def awaited(self, url, _method=name.upper(), **options):
            return await self.request(_method, url, **options)

        def alone(url, _method=name.upper(), **options):
            return request(_method, url, **options)

        blocking.__name__ = awaited.__name__ = alone.__name__ = name
        setattr(Client, name, blocking)
        setattr(AsyncClient, name, awaited)
        globals()[name] = alone


_put_methods()
