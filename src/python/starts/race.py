import asyncio
import random


async def mirror(name):
    seconds = random.uniform(0.5, 2)
    print(f"{name}: {seconds:.2f} s?")
    await asyncio.sleep(seconds)
    return name


async def main():
    tasks = [
        asyncio.create_task(mirror(name), name=name)
        for name in ["Paris", "Oslo", "Lima"]
    ]
    done, pending = await asyncio.wait(
        tasks, return_when=asyncio.FIRST_COMPLETED
    )
    print(f"1. {done.pop().result()}")
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    for task in tasks:
        print(f"{task.get_name()}: {task.cancelled()}")


asyncio.run(main())
