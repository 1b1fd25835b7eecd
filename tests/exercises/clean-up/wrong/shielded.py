# fails: result
import asyncio
from workshop import switch_off, switch_on, work


async def use(machines):
    for machine in machines:
        await switch_on(machine)
        try:
            task = asyncio.ensure_future(work(machine))
            await asyncio.shield(task)
        finally:
            await task
            await switch_off(machine)
