"""`timeout_at` takes a time of the loop's clock; a time in the past expires at the first
suspension."""

import asyncio


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(1.0)
    for when in (loop.time() + 1.0, 0.5):
        try:
            async with asyncio.timeout_at(when) as scope:
                print("inside, until", scope.when())
                await asyncio.sleep(9.0)
        except TimeoutError:
            print("TimeoutError at", loop.time())
    async with asyncio.timeout(0) as scope:
        print("no suspension, no error")
    print(scope.expired())
