"""aiofiles' API over the lab's folder in memory. Each operation runs in a worker, as in aiofiles."""

import asyncio
import builtins

METHODS = (
    "close", "flush", "read", "readline", "readlines", "seek", "tell", "truncate", "write", "writelines", "readable", "writable",
    "seekable",
)


class _File:
    """A file whose methods are awaited."""

    def __init__(self, file):
        self._file = file
        self.name, self.mode = file.name, file.mode

    @property
    def closed(self):
        return self._file.closed

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


def _put_methods():
    for name in METHODS:
        async def method(self, *args, _name=name):
            return await asyncio.to_thread(getattr(self._file, _name), *args)

        method.__name__ = name
        setattr(_File, name, method)


_put_methods()


class _Opening:
    """The result of `open`, to be awaited or entered with `async with`."""

    def __init__(self, args, options):
        self._args, self._options = args, options
        self._file = None

    async def _open(self):
        return _File(await asyncio.to_thread(builtins.open, *self._args, **self._options))

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        self._file = await self._open()
        return self._file

    async def __aexit__(self, *_):
        await self._file.close()


def open(file, mode="r", **options):
    """Like the built-in `open`, but awaited."""
    for name in ("loop", "executor"):
        options.pop(name, None)
    return _Opening((file, mode), options)
