import asyncio
import itertools
import sys


async def spin(text):
    for sign in itertools.cycle("|/-\\"):
        line = f"\r{sign} {text}"
        print(line, end="", flush=True)
        try:
            await asyncio.sleep(0.1)
        except asyncio.CancelledError:
            break
    sys.stdout.write("\r" + " " * len(line) + "\r")


async def slow():
    await asyncio.sleep(0.55)
    return 42


async def main():
    spinner = asyncio.create_task(spin("thinking"))
    print(f"spinner: {spinner.get_name()}")
    result = await slow()
    spinner.cancel()
    await spinner
    print("answer:", result)
    for n in range(0, 101, 25):
        print(f"{n}%", end="\r" if n < 100 else "\n")
        await asyncio.sleep(0.1)


asyncio.run(main())
