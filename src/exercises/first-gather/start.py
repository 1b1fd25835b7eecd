import asyncio

from kitchen import cook


async def serve(dishes):
    """Cooks all dishes at once, and returns what came to the table, in the order of `dishes`."""
    return []


if __name__ == "__main__":
    print(asyncio.run(serve(["soup", "salad", "bread"])))
