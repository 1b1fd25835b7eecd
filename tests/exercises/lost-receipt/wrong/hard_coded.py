# fails: charged
# says: never called
import asyncio


async def sell(customer, euros):
    await asyncio.sleep(1.5)
    return "a teacher: 12 euros"
