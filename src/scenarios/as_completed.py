"""Four orders, each received as soon as it is ready, up to a limit."""

import asyncio


async def process(order, seconds):
    await asyncio.sleep(seconds)
    return f"{order} shipped"


def start(order, seconds):
    return asyncio.create_task(process(order, seconds), name=order)


async def receive(orders, limit):
    for order in asyncio.as_completed(orders, timeout=limit):
        result = await order
        print(f"received: {result}")


async def main(a001=1.2, a002=0.8, a003=1.5, a004=0.5, limit=2.0):
    orders = [
        start("A001", a001),
        start("A002", a002),
        start("A003", a003),
        start("A004", a004),
    ]
    try:
        await receive(orders, limit)
    except TimeoutError:
        print("the others are late")
    return await asyncio.gather(*orders)


if __name__ == "__main__":
    asyncio.run(main())
