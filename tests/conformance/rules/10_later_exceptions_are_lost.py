"""After the first exception `gather` marks those of the siblings as retrieved, so nothing warns of
them (rule 10)."""

import asyncio

# collects


async def fail(seconds, message):
    await asyncio.sleep(seconds)
    raise ValueError(message)


async def main():
    try:
        await asyncio.gather(
            asyncio.create_task(fail(1.0, "first"), name="one"),
            asyncio.create_task(fail(2.0, "second"), name="two"),
            asyncio.create_task(fail(3.0, "third"), name="three"),
        )
    except ValueError as error:
        print("gather raised", error)
    await asyncio.sleep(4.0)
    print("no warning came")
