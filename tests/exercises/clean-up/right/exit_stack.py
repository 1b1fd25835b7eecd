import asyncio
from contextlib import asynccontextmanager
from workshop import switch_on, work, switch_off
@asynccontextmanager
async def running(machine):
    await switch_on(machine)
    try:
        yield
    finally:
        await switch_off(machine)
async def use(machines):
    for m in machines:
        async with running(m):
            await work(m)
