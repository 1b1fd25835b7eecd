# fails: closed
from workshop import switch_off, switch_on, work


async def use(machines):
    for machine in machines:
        await switch_on(machine)
        try:
            await work(machine)
        except Exception:
            await switch_off(machine)
            raise
        await switch_off(machine)
