# fails: off
# says: or not again
from workshop import switch_off, switch_on, work


async def use(machines):
    for machine in machines:
        await switch_on(machine)
        try:
            await work(machine)
            await switch_off(machine)
        finally:
            await switch_off(machine)
