# fails: all_awaited
# says: never awaited
from shop import charge, send_receipt


async def sell(customer, euros):
    paid = await charge(customer, euros)
    _ = send_receipt(customer)
    return paid
