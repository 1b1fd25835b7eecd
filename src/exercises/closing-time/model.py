import asyncio

from door import CLOSE, attend, diary, next_client


async def serve(grace):
    """Attends clients until it is cancelled; then those who are there have `grace` more seconds."""
    attended = set()
    try:
        while True:
            task = asyncio.create_task(attend(await next_client()))
            attended.add(task)
            task.add_done_callback(attended.discard)
    finally:
        if attended:
            _, late = await asyncio.wait(attended, timeout=grace)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)


async def main():
    task = asyncio.create_task(serve(2.0), name="serve")
    await asyncio.sleep(CLOSE)
    task.cancel()
    await asyncio.wait([task])
    print(diary)


if __name__ == "__main__":
    asyncio.run(main())
