# fails: calls
# says: never called
import asyncio


async def report(stations, limit):
    await asyncio.sleep(limit)
    return {"Brest": 11.5, "Lille": "down", "Lyon": 4.0, "Nice": 18.5, "Paris": "too late"}
