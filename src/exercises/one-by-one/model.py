import asyncio

from sensors import read


async def warmest(sensors):
    tasks = {}
    for sensor in sensors:
        tasks[sensor] = asyncio.create_task(read(sensor), name=sensor)
    degrees = {}
    for sensor, task in tasks.items():
        degrees[sensor] = await task
    return max(degrees, key=degrees.get)


if __name__ == "__main__":
    print(asyncio.run(warmest(["north", "south", "roof"])))
