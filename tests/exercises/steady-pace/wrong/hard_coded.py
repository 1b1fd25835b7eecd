# fails: calls
# says: never called
import asyncio
from service import call


async def call_all(numbers, most, window):
    await asyncio.sleep(3.25)
    return [f"answer {number}" for number in numbers]
