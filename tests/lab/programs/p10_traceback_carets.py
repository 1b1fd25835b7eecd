import asyncio
import traceback


def price(order):
    return order["lines"][0]["price"] * order.get("count", 1) + order["extra"]["gift"]


async def total(orders):
    await asyncio.sleep(0.1)
    return sum(price(order) for order in orders)


async def main():
    orders = [{"lines": [{"price": 3}], "extra": {"gift": 1}}, {"lines": [{"price": 3}], "extra": {}}]
    try:
        await total(orders)
    except KeyError:
        traceback.print_exc(file=__import__("sys").stdout)
    try:
        (1 +
         None)
    except TypeError as error:
        print("".join(traceback.format_exception(error)))
    await asyncio.wait_for(total(orders), timeout=1)


asyncio.run(main())
