import asyncio

import aiohttp

BASE = "https://jsonplaceholder.typicode.com"


async def fetch(session, slots, path):
    async with slots:
        async with session.get(BASE + path) as response:
            response.raise_for_status()
            return await response.json()


async def main():
    slots = asyncio.Semaphore(2)
    async with aiohttp.ClientSession() as session:
        users = await asyncio.gather(
            *(fetch(session, slots, f"/users/{n}") for n in range(1, 6)),
            return_exceptions=True,
        )
    for user in users:
        if isinstance(user, Exception):
            print(f"{type(user).__name__}: {user}")
        else:
            print(user["name"], user["email"])


asyncio.run(main())
