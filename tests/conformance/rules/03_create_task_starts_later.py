"""`create_task` only schedules: bodies start in the loop's next iteration, first in, first out
(rule 3)."""

import asyncio


async def body(name):
    print(name, "starts")


async def parent():
    print("parent starts")
    await asyncio.create_task(body("child"), name="child")


async def main():
    created = [
        asyncio.create_task(parent(), name="parent"),
        asyncio.create_task(body("b"), name="b"),
        asyncio.create_task(body("c"), name="c"),
    ]
    print("all created, none started")
    for task in created:
        await task
