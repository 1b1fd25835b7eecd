# fails: waits
# says: is not over yet
import asyncio
from shop import charge, send_receipt


async def sell(customer, euros):
    paid, _ = await asyncio.gather(charge(customer, euros), send_receipt(customer))
    return paid
