import asyncio

from sensors import read


async def warmest(sensors):
    """Asks all sensors at once, and returns the name of the warmest one."""
    degrees = {}
    for sensor in sensors:
        task = asyncio.create_task(read(sensor), name=sensor)
        degrees[sensor] = await task
    return max(degrees, key=degrees.get)


if __name__ == "__main__":
    print(asyncio.run(warmest(["north", "south", "roof"])))
