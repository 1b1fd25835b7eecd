"""A `timeout` can be rescheduled while its block runs, but not before or afterwards."""

import asyncio


def reschedule(scope, when):
    try:
        scope.reschedule(when)
        print("the deadline is", scope.when())
    except RuntimeError as error:
        print("RuntimeError:", error)


async def main():
    loop = asyncio.get_running_loop()
    reschedule(asyncio.timeout(1.0), 5.0)
    async with asyncio.timeout(1.0) as scope:
        reschedule(scope, loop.time() + 3.0)
        await asyncio.sleep(2.0)
        reschedule(scope, None)
        await asyncio.sleep(8.0)
    reschedule(scope, 20.0)
    try:
        async with asyncio.timeout(None) as scope:
            reschedule(scope, loop.time() - 1.0)
            print("a deadline that is past fires at the next suspension")
            await asyncio.sleep(5.0)
    except TimeoutError:
        print(scope.expired())
        reschedule(scope, 20.0)
