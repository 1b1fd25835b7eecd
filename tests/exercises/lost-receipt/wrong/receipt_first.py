# fails: waits
from shop import charge, send_receipt


async def sell(customer, euros):
    await send_receipt(customer)
    return await charge(customer, euros)
