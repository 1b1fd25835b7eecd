import asyncio

from kitchen import cook


async def serve(dishes):
    return await asyncio.gather(*(cook(dish) for dish in dishes))


if __name__ == "__main__":
    print(asyncio.run(serve(["soup", "salad", "bread"])))
