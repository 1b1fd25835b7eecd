# fails: calls
import asyncio
from workshop import switch_off, switch_on, work


async def use(machines):
    async def one(machine):
        await switch_on(machine)
        try:
            await work(machine)
        finally:
            await switch_off(machine)

    await asyncio.gather(*(one(machine) for machine in machines))
