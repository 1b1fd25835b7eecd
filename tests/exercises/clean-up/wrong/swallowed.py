# fails: cancelled
# says: keeps it to itself
import asyncio
from workshop import switch_off, switch_on, work


async def use(machines):
    for machine in machines:
        await switch_on(machine)
        try:
            await work(machine)
        except asyncio.CancelledError:
            await switch_off(machine)
            return
        await switch_off(machine)
