"""`gather` counts futures that are done already at once: if all are done, so is the gather when it
is created."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    good, bad, cancelled = loop.create_future(), loop.create_future(), loop.create_future()
    good.set_result("good")
    bad.set_exception(ValueError("bad"))
    cancelled.cancel()
    print(asyncio.gather(good, good).done(), await asyncio.gather(good))
    task = asyncio.create_task(asyncio.sleep(1.0, "later"), name="task")
    print(await asyncio.gather(task, good))
    for dead in (bad, cancelled):
        slow = asyncio.create_task(asyncio.sleep(1.0), name="slow")
        both = asyncio.gather(slow, dead)
        print("failed at once:", both.done())
        try:
            await both
        except (ValueError, asyncio.CancelledError) as error:
            print(type(error).__name__)
        await slow
    results = await asyncio.gather(good, bad, cancelled, return_exceptions=True)
    print([type(result).__name__ for result in results])
