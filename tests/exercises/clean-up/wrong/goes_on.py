# fails: calls
# says: after the cancellation
import asyncio
from workshop import switch_off, switch_on, work


async def use(machines):
    for machine in machines:
        await switch_on(machine)
        try:
            await work(machine)
        except asyncio.CancelledError:
            pass
        await switch_off(machine)
