"""A callback without a name of its own fails; another is named by where it was made."""

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
