"""Timers with equal deadlines wake in the order of their creation (rule 6)."""

import asyncio


async def sleeper(number):
    await asyncio.sleep(1.0)
    print("number", number, "wakes")


async def main():
    tasks = [asyncio.create_task(sleeper(number), name=f"s{number}") for number in range(8)]
    for task in tasks:
        await task
