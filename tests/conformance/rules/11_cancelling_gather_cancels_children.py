"""Cancelling a `gather` cancels every child and raises CancelledError, with
`return_exceptions=True` too (rule 11)."""

import asyncio


async def gather_and_cancel(return_exceptions):
    a = asyncio.create_task(asyncio.sleep(5.0), name="a")
    b = asyncio.create_task(asyncio.sleep(6.0), name="b")
    both = asyncio.gather(a, b, return_exceptions=return_exceptions)
    await asyncio.sleep(1.0)
    print("cancel() gives", both.cancel())
    try:
        print(await both)
    except asyncio.CancelledError as error:
        print(type(error).__name__, a.cancelled(), b.cancelled(), both.cancelled())
    print("cancel() of a done gather gives", both.cancel())


async def main():
    await gather_and_cancel(return_exceptions=False)
    await gather_and_cancel(return_exceptions=True)
