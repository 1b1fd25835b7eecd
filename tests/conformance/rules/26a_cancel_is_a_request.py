"""`cancel()` is a request: the task may delay or refuse it, and True means only that it was
requested (rule 26)."""

import asyncio


async def delays_it():
    try:
        await asyncio.sleep(9.0)
    finally:
        await asyncio.sleep(1.0)


async def refuses_it():
    try:
        await asyncio.sleep(9.0)
    except asyncio.CancelledError:
        print("no")
    await asyncio.sleep(1.0)
    return "still here"


async def main():
    for coroutine, name in ((delays_it(), "delays"), (refuses_it(), "refuses")):
        task = asyncio.create_task(coroutine, name=name)
        await asyncio.sleep(1.0)
        print("cancel() gives", task.cancel(), task.cancelled(), task.cancelling())
        await asyncio.wait([task])
        print("in the end", task.cancelled(), task.cancelling(), task.cancel())
