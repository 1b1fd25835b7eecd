import asyncio
from kitchen import cook


async def serve(dishes):
    tasks = [asyncio.ensure_future(cook(dish)) for dish in dishes]
    if tasks:
        await asyncio.wait(tasks)
    return [await task for task in tasks]


if __name__ == "__main__":
    print(asyncio.run(serve(["soup", "salad", "bread"])))
