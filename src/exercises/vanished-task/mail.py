"""A letter box. It knows whoever waits for a letter, but keeps nobody alive."""

import asyncio
import gc
import weakref

LETTERS = ["a bill", "a card", "a parcel"]
SECONDS = 1.0  # between two letters

waiting = weakref.WeakSet()


def next_letter():
    """A future for the next letter; None is the last one."""
    future = asyncio.get_running_loop().create_future()
    waiting.add(future)
    return future


async def deliver():
    """Brings all letters, then None."""
    for letter in [*LETTERS, None]:
        await asyncio.sleep(SECONDS)
        gc.collect()  # Python does so from time to time; here before each letter.
        for future in list(waiting):
            if not future.done():
                future.set_result(letter)
        await asyncio.sleep(0)
