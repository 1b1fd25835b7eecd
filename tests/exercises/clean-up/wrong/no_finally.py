# fails: closed
# says: has not been called
from workshop import switch_off, switch_on, work


async def use(machines):
    for machine in machines:
        await switch_on(machine)
        await work(machine)
        await switch_off(machine)
