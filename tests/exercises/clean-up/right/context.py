import contextlib
from workshop import switch_off, switch_on, work


async def use(machines):
    @contextlib.asynccontextmanager
    async def running(machine):
        await switch_on(machine)
        try:
            yield machine
        finally:
            await switch_off(machine)

    for machine in machines:
        async with running(machine) as one:
            await work(one)
