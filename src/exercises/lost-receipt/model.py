import asyncio

from shop import charge, send_receipt


async def sell(customer, euros):
    paid = await charge(customer, euros)
    await send_receipt(customer)
    return paid


if __name__ == "__main__":
    print(asyncio.run(sell("a teacher", 12)))
