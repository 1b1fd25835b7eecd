import asyncio
import collections
from service import call


async def call_all(numbers, most, window):
    begun = collections.deque(maxlen=most)
    clock = asyncio.get_running_loop().time
    tasks = []
    for number in numbers:
        if len(begun) == most:
            await asyncio.sleep(max(0, begun[0] + window - clock()))
        begun.append(clock())
        tasks.append(asyncio.create_task(call(number)))
    return list(await asyncio.gather(*tasks))
