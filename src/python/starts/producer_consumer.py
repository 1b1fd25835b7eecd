import asyncio

PIZZAS = ["margherita", "regina", "calzone", "napoli", "siciliana"]


async def bake(oven):
    for pizza in PIZZAS:
        await asyncio.sleep(0.3)
        await oven.put(pizza)
        print(f"+ {pizza} ({oven.qsize()}/{oven.maxsize})")


async def deliver(name, seconds, oven):
    while True:
        pizza = await oven.get()
        await asyncio.sleep(seconds)
        print(f"- {pizza} ({name})")
        oven.task_done()


async def main():
    oven = asyncio.Queue(maxsize=2)
    couriers = [
        asyncio.create_task(deliver("Max", 0.8, oven), name="Max"),
        asyncio.create_task(deliver("Mia", 1.1, oven), name="Mia"),
    ]
    await bake(oven)
    await oven.join()
    for courier in couriers:
        courier.cancel()
    await asyncio.gather(*couriers, return_exceptions=True)


asyncio.run(main())
