"""requests' API over the lab server (loopscope_server.py), in virtual time: every request blocks."""

import json as json_
import sys
import types

import loopscope_http
from loopscope_answers import REASONS

__version__ = "2.32.3"


class RequestException(OSError):
    """Base of this module's errors."""

    def __init__(self, *args, response=None, request=None):
        super().__init__(*args)
        self.response, self.request = response, request


class HTTPError(RequestException):
    """A response with an error status."""


class ConnectionError(RequestException):
    """The connection to the host failed."""


class Timeout(RequestException):
    """The response took too long."""


class ReadTimeout(Timeout):
    """The response took too long."""


class ConnectTimeout(ConnectionError, Timeout):
    """Connecting took too long."""


class JSONDecodeError(RequestException, ValueError):
    """The response is not valid JSON."""


exceptions = types.ModuleType("requests.exceptions")
for _kind in (RequestException, HTTPError, ConnectionError, Timeout, ReadTimeout, ConnectTimeout, JSONDecodeError):
    setattr(exceptions, _kind.__name__, _kind)
sys.modules["requests.exceptions"] = exceptions


class Response:
    """A response."""

    def __init__(self, exchange):
        self.status_code, self.content, self.url = exchange.answer.status, exchange.answer.body, exchange.url
        self.headers, self.elapsed = loopscope_http.Headers(exchange.answer.headers), exchange.elapsed
        self.reason, self.encoding, self.history = REASONS.get(self.status_code, ""), "utf-8", []

    @property
    def text(self):
        return self.content.decode("utf-8", "replace")

    @property
    def ok(self):
        return self.status_code < 400

    def __bool__(self):
        return self.ok

    def json(self, **options):
        try:
            return json_.loads(self.content, **options)
        except ValueError as error:
            raise JSONDecodeError(str(error)) from None

    def raise_for_status(self):
        if not self.ok:
            kind = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {kind} Error: {self.reason} for url: {self.url}", response=self)

    def iter_content(self, chunk_size=1):
        for place in range(0, len(self.content), chunk_size):
            yield self.content[place : place + chunk_size]

    def iter_lines(self):
        yield from self.content.splitlines()

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return f"<Response [{self.status_code}]>"


class Session:
    """A session: the settings that its requests share."""

    def __init__(self):
        self.headers, self.params = {}, {}

    def request(self, method, url, params=None, data=None, headers=None, json=None, timeout=None, **_):
        exchange = loopscope_http.Exchange(
            method, url, params={**self.params, **(params or {})} or None, headers={**self.headers, **(headers or {})},
            json=json, data=data, agent=f"python-requests/{__version__}")
        seconds = timeout[1] if isinstance(timeout, tuple) else timeout
        try:
            exchange.waited(seconds)
        except TimeoutError:
            raise ReadTimeout(f"{exchange.url}: Read timed out. (read timeout={seconds})") from None
        except loopscope_http.Refused as refused:
            raise ConnectionError(f"Cannot connect to {refused}") from None
        return Response(exchange)

    def get(self, url, **options):
        return self.request("GET", url, **options)

    def post(self, url, data=None, json=None, **options):
        return self.request("POST", url, data=data, json=json, **options)

    def put(self, url, data=None, **options):
        return self.request("PUT", url, data=data, **options)

    def patch(self, url, data=None, **options):
        return self.request("PATCH", url, data=data, **options)

    def delete(self, url, **options):
        return self.request("DELETE", url, **options)

    def head(self, url, **options):
        return self.request("HEAD", url, **options)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def request(method, url, **options):
    """One request."""
    return Session().request(method, url, **options)


def _put_methods():
    for name in ("get", "post", "put", "patch", "delete", "head"):
        def alone(url, *args, _name=name, **options):
            return getattr(Session(), _name)(url, *args, **options)

        alone.__name__ = name
        globals()[name] = alone


_put_methods()
