import asyncio

from door import CLOSE, attend, diary, next_client


async def serve(grace):
    """Attends clients until it is cancelled; then those who are there have `grace` more seconds."""
    while True:
        await attend(await next_client())


async def main():
    task = asyncio.create_task(serve(2.0), name="serve")
    await asyncio.sleep(CLOSE)
    task.cancel()
    await asyncio.wait([task])
    print(diary)


if __name__ == "__main__":
    asyncio.run(main())
