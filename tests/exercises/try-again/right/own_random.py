import asyncio
import random
from line import fetch


async def fetch_all(pages):
    draws = random.Random(42)

    async def one(page):
        pause = 0.5
        for _ in range(3):
            try:
                return await fetch(page)
            except ConnectionError:
                await asyncio.sleep(pause + draws.random() * pause / 2)
                pause *= 2
        try:
            return await fetch(page)
        except ConnectionError:
            return "given up"

    tasks = [asyncio.create_task(one(page)) for page in pages]
    return [await task for task in tasks]
