"""With two permits and five tasks, each further task starts when another one ends (rule 32)."""

import asyncio


async def work(semaphore, seconds):
    async with semaphore:
        print("starts its", seconds)
        await asyncio.sleep(seconds)


async def main():
    semaphore = asyncio.Semaphore(2)
    durations = {"a": 1.2, "b": 1.8, "c": 1.0, "d": 1.5, "e": 1.1}
    async with asyncio.TaskGroup() as group:
        for name in durations:
            group.create_task(work(semaphore, durations[name]), name=name)
