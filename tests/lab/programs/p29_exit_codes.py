import asyncio
import atexit
import sys

atexit.register(print, "at exit")


async def main():
    try:
        await asyncio.sleep(0.1)
        print("leaving", file=sys.stderr)
        sys.exit(3)
    finally:
        print("cleaned")


asyncio.run(main())
