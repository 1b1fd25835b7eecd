import asyncio


class ShopError(Exception):
    """An order that cannot be served."""


async def stock(item):
    await asyncio.sleep(0.1)
    return {"tea": 2}[item]


async def order(item):
    try:
        return await stock(item)
    except KeyError as error:
        error.add_note("the shelf is empty")
        raise ShopError(f"no {item}") from error


async def main():
    print(await order("tea"))
    try:
        await order("jam")
    except ShopError as error:
        print(repr(error), repr(error.__cause__), error.__cause__.__notes__)
    try:
        try:
            1 / 0
        finally:
            {}["x"]
    except KeyError as error:
        print(repr(error.__context__))
    await order("bread")


asyncio.run(main())
