# fails: closed
import asyncio
from workshop import switch_off, switch_on, work


async def use(machines):
    for machine in machines:
        await switch_on(machine)
        try:
            await work(machine)
        finally:
            asyncio.create_task(switch_off(machine))
