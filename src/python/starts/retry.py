import asyncio
import random


class Busy(Exception):
    pass


async def call(chance):
    await asyncio.sleep(0.2)
    if random.random() > chance:
        raise Busy(503)
    return "ok"


async def retry(name, chance, attempts=4, delay=0.3):
    for attempt in range(1, attempts + 1):
        try:
            result = await call(chance)
        except Busy as error:
            if attempt == attempts:
                print(f"{name} {attempt}: {error}, stop")
                raise
            pause = delay * 2 ** (attempt - 1) * random.uniform(0.8, 1.2)
            print(f"{name} {attempt}: {error}, {pause:.2f} s")
            await asyncio.sleep(pause)
        else:
            print(f"{name} {attempt}: {result}")
            return result


async def main():
    calls = [retry("A", 0.7), retry("B", 0.4), retry("C", 0.0)]
    print(await asyncio.gather(*calls, return_exceptions=True))


asyncio.run(main())
