import asyncio


async def main():
    print("never"
    await asyncio.sleep(1)


asyncio.run(main())
