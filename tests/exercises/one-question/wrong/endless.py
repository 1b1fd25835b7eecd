# fails: runs
# says: does not come to an end
import asyncio
from library import look_up


async def answer_all(questions):
    while True:
        await asyncio.sleep(1)
