"""An exception in a callback is reported to the loop's exception handler; the other callbacks
run."""

import asyncio


def broken(text):
    raise ValueError(text)


def handler(_loop, context):
    print(type(context["exception"]).__name__, context["exception"])


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(broken, "soon")
    loop.call_soon(print, "the next callback runs")
    await asyncio.sleep(1.0)
    loop.set_exception_handler(handler)
    loop.call_soon(broken, "and this goes to our own handler")
    await asyncio.sleep(1.0)
