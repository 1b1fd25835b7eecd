"""The timeout of `as_completed` raises and leaves the tasks running (rule 25)."""

import asyncio


async def main():
    quick = asyncio.create_task(asyncio.sleep(0.5, "quick"), name="quick")
    slow = asyncio.create_task(asyncio.sleep(2.0, "slow"), name="slow")
    try:
        for next_one in asyncio.as_completed([quick, slow], timeout=1.0):
            print(await next_one)
    except TimeoutError as error:
        print(type(error).__name__, [str(error)])
    print("slow has a request to cancel:", slow.cancelling())
    print(await slow)
