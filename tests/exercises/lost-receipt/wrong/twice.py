# fails: sent
# says: or not again
from shop import charge, send_receipt


async def sell(customer, euros):
    paid = await charge(customer, euros)
    await send_receipt(customer)
    await send_receipt(customer)
    return paid
