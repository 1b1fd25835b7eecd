import asyncio


async def answer(name, seconds):
    await asyncio.sleep(seconds)
    return f"{name}: 42"


async def ask(name, seconds, patience):
    try:
        print(await asyncio.wait_for(answer(name, seconds), patience))
    except TimeoutError:
        print(f"{name}: > {patience} s")


async def main():
    await ask("A", 0.4, patience=1)
    await ask("B", 3.0, patience=1)

    try:
        async with asyncio.timeout(1.5):
            print(await answer("C", 0.6))
            print(await answer("D", 0.6))
            print(await answer("E", 0.6))
    except TimeoutError:
        print("C + D + E: > 1.5 s")


asyncio.run(main())
