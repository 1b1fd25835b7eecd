import asyncio
import shop


async def sell(customer, euros):
    ligne = await shop.charge(customer, euros)
    async with asyncio.TaskGroup() as groupe:
        groupe.create_task(shop.send_receipt(customer))
    return ligne
