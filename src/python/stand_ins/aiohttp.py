"""aiohttp's API over the lab server (loopscope_server.py), in virtual time: sessions, responses, timeouts, connectors, errors."""

import asyncio
import json as json_
from http import HTTPStatus

import loopscope_http
from loopscope_answers import REASONS

__version__ = "3.12.0"


class ClientError(Exception):
    """Base of this module's errors."""


class ClientConnectionError(ClientError):
    """The connection failed or broke."""


class ClientOSError(ClientConnectionError, OSError):
    """An error of the operating system."""


class ServerDisconnectedError(ClientConnectionError):
    """The server closed the connection."""


class ClientConnectorError(ClientOSError):
    """The connection to the host failed."""


class InvalidURL(ClientError, ValueError):
    """The URL is invalid."""


class ServerTimeoutError(ClientConnectionError, asyncio.TimeoutError):
    """The server took too long."""


class ClientResponseError(ClientError):
    """A response with an error status."""

    def __init__(self, request_info=None, history=(), *, status=0, message="", headers=None):
        self.request_info, self.history, self.status, self.message, self.headers = request_info, history, status, message, headers
        super().__init__(status, message)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info)!r}"


class ContentTypeError(ClientResponseError, ValueError):
    """The response does not have the expected content type."""


class ClientTimeout:
    """The timeouts of a request, in seconds."""

    def __init__(self, total=300, connect=None, sock_read=None, sock_connect=None):
        self.total, self.connect, self.sock_read, self.sock_connect = total, connect, sock_read, sock_connect


class TCPConnector:
    """The limits of concurrent requests."""

    def __init__(self, limit=100, limit_per_host=0, **_):
        self.limit, self.limit_per_host = limit, limit_per_host
        self.free = asyncio.Semaphore(limit) if limit else None
        self.closed = False

    async def close(self):
        self.closed = True


class ClientSession:
    """A session: the settings that its requests share."""

    def __init__(self, base_url="", *, headers=None, timeout=None, connector=None, raise_for_status=False, **_):
        self._base, self.headers, self._timeout = base_url or "", dict(headers or {}), timeout
        self.connector = connector or TCPConnector()
        self._raises = raise_for_status
        self.closed = False

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        await self.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    async def close(self):
        self.closed = True

    def request(self, method, url, **options):
        return _Request(self._request(method, url, **options))

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, **options):
        return self.request("POST", url, **options)

    def put(self, url, **options):
        return self.request("PUT", url, **options)

    def patch(self, url, **options):
        return self.request("PATCH", url, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

    async def _request(self, method, url, *, params=None, headers=None, json=None, data=None, timeout=None, raise_for_status=None, **_):
        if self.closed:
            raise RuntimeError("Session is closed")
        exchange = loopscope_http.Exchange(
            method, url, base=self._base, params=params, headers={**self.headers, **(headers or {})}, json=json, data=data,
            agent=f"Python/3.13 aiohttp/{__version__}")
        try:
            await self._exchange(exchange, timeout if timeout is not None else self._timeout)
        except TimeoutError:
            raise ServerTimeoutError(f"Timeout on reading data from {exchange.url}") from None
        except loopscope_http.Refused as refused:
            if refused.dropped:
                raise ServerDisconnectedError(refused.why) from None
            raise ClientConnectorError(f"Cannot connect to host {refused}") from None
        response = ClientResponse(exchange)
        if raise_for_status or (raise_for_status is None and self._raises):
            response.raise_for_status()
        return response

    async def _exchange(self, exchange, timeout):
        seconds = timeout.total if isinstance(timeout, ClientTimeout) else 300 if timeout is None else timeout
        free = self.connector.free
        if free is not None:
            try:
                await free.acquire()
            except asyncio.CancelledError:
                exchange.abort()
                raise
        try:
            await exchange.awaited(seconds)
        finally:
            if free is not None:
                free.release()


class _Request:
    """The result of `session.get`, to be awaited or entered with `async with`."""

    def __init__(self, coroutine):
        self._coroutine = coroutine
        self._response = None

    def __await__(self):
        return self._coroutine.__await__()

    async def __aenter__(self):
        self._response = await self._coroutine
        return self._response

    async def __aexit__(self, *_):
        self._response.release()


class ClientResponse:
    """A response."""

    def __init__(self, exchange):
        answer = exchange.answer
        self.status, self.method, self.url, self.real_url = answer.status, exchange.method, exchange.url, exchange.url
        self.reason = REASONS.get(self.status) or (HTTPStatus(self.status).phrase if self.status in HTTPStatus._value2member_map_ else "")
        self.headers = loopscope_http.Headers(answer.headers)
        self.content_type = answer.headers["Content-Type"].split(";")[0]
        self.content_length = len(answer.body)
        self.charset, self.history, self.cookies = "utf-8", (), {}
        self._body = answer.body
        self.content = StreamReader(answer.body)
        self.closed = False

    @property
    def ok(self):
        return self.status < 400

    def raise_for_status(self):
        if not self.ok:
            raise ClientResponseError(self.url, status=self.status, message=self.reason, headers=self.headers)

    async def read(self):
        return self._body

    async def text(self, encoding="utf-8", errors="strict"):
        return self._body.decode(encoding or "utf-8", errors)

    async def json(self, *, encoding=None, loads=json_.loads, content_type="application/json"):
        if content_type and self.content_type != content_type:
            message = f"Attempt to decode JSON with unexpected mimetype: {self.headers['Content-Type']}"
            raise ContentTypeError(self.url, status=self.status, message=message)
        return loads(await self.text(encoding)) if self._body.strip() else None

    def release(self):
        self.closed = True

    close = release

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_):
        self.release()

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>"


class StreamReader:
    """The body, in chunks."""

    def __init__(self, body):
        self._rest = body

    async def read(self, size=-1):
        size = len(self._rest) if size < 0 else size
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece

    async def readline(self):
        return await self.read(self._rest.find(b"\n") + 1 or -1)

    async def iter_chunked(self, size):
        while piece := await self.read(size):
            yield piece

    async def iter_any(self):
        if piece := await self.read():
            yield piece

    async def __aiter__(self):
        while line := await self.readline():
            yield line


def request(method, url, **options):
    """One request, in a session of its own."""
    return ClientSession().request(method, url, **options)
