# fails: sent
# says: never called
import asyncio
from shop import charge


async def sell(customer, euros):
    paid = await charge(customer, euros)
    await asyncio.sleep(1.0)
    return paid
