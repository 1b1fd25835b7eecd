# fails: result
# says: Nothing is returned
from shop import charge, send_receipt


async def sell(customer, euros):
    await charge(customer, euros)
    await send_receipt(customer)
