"""`asyncio.run` cannot be called while a loop runs (rule 37)."""

import asyncio


async def inner():
    print("never printed")


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    coroutine.close()
