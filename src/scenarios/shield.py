"""Two orders are cancelled while they wait; one shields its payment."""

import asyncio


async def pay(seconds):
    await asyncio.sleep(seconds)
    print("paid")
    return "receipt"


async def order(payment):
    return await payment


async def shielded_order(payment):
    return await asyncio.shield(payment)


async def main(payment=2.0, patience=1.0):
    first = asyncio.create_task(pay(payment), name="payment1")
    second = asyncio.create_task(pay(payment), name="payment2")
    orders = [
        asyncio.create_task(order(first), name="order1"),
        asyncio.create_task(shielded_order(second), name="order2"),
    ]
    await asyncio.sleep(patience)
    for each in orders:
        each.cancel()
    print("both orders asked to stop")
    return await asyncio.gather(first, second, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
