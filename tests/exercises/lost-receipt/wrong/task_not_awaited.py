# fails: sent
# says: never called
import asyncio
from shop import charge, send_receipt


async def sell(customer, euros):
    paid = await charge(customer, euros)
    mail = asyncio.create_task(send_receipt(customer))
    return paid
