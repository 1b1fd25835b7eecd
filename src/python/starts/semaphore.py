import asyncio

PUMPS = 2
CARS = {"Ada": 1.5, "Bo": 0.6, "Cleo": 0.9, "Dan": 0.4, "Eve": 0.7}


async def fill(car, seconds, pumps):
    async with pumps:
        print(f"-> {car}")
        await asyncio.sleep(seconds)
        print(f"<- {car}")


async def main():
    pumps = asyncio.Semaphore(PUMPS)
    async with asyncio.TaskGroup() as group:
        for car, seconds in CARS.items():
            group.create_task(fill(car, seconds, pumps), name=car)


asyncio.run(main())
