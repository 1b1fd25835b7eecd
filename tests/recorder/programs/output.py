"""Output: without a line's end, of several lines, to stderr, by bytes, in a callback; and an exit code."""

import asyncio
import sys


async def main():
    print("one", "two", sep="-", end="\r")
    print("a\nb\\\t\x07")
    print("to stderr", file=sys.stderr)
    sys.stdout.write("written\n")
    sys.stdout.buffer.write("é\n".encode())
    asyncio.get_running_loop().call_soon(print, "in a callback")
    await asyncio.sleep(0)


asyncio.run(main())
sys.exit(3)
