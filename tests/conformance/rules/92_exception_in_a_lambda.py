"""A callback that raises is named by its qualified name: a lambda by the function that created
it."""

import asyncio


def broken():
    raise ValueError("of the module")


async def main():
    loop = asyncio.get_running_loop()

    def inner():
        raise ValueError("inner function")

    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(broken)
    loop.call_later(1.0, inner)
    await asyncio.sleep(2.0)
