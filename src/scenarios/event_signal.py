"""Three visitors at a door, and an event that says that it is open."""

import asyncio


async def visit(name, arrival, door):
    await asyncio.sleep(arrival)
    print(f"{name} arrives")
    await door.wait()
    print(f"{name} goes in")


def start(name, arrival, door):
    return asyncio.create_task(visit(name, arrival, door), name=name)


async def main(v1=0.5, v2=1.0, v3=2.5, opening=2.0):
    door = asyncio.Event()
    visitors = [start("V1", v1, door), start("V2", v2, door), start("V3", v3, door)]
    await asyncio.sleep(opening)
    door.set()
    print("the door is open")
    await asyncio.gather(*visitors)


if __name__ == "__main__":
    asyncio.run(main())
