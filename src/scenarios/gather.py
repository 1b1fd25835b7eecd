"""Four orders gathered: the results come back in the order of the arguments."""

import asyncio


async def process(order, seconds):
    await asyncio.sleep(seconds)
    print(f"{order} ready")
    return f"{order} shipped"


def start(order, seconds):
    return asyncio.create_task(process(order, seconds), name=order)


async def main(a001=1.2, a002=0.8, a003=1.5, a004=0.5):
    orders = [
        start("A001", a001),
        start("A002", a002),
        start("A003", a003),
        start("A004", a004),
    ]
    results = await asyncio.gather(*orders)
    print("all orders shipped")
    return results


if __name__ == "__main__":
    asyncio.run(main())
