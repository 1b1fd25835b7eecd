import contextlib
from workshop import switch_off, switch_on, work


async def use(machines):
    for machine in machines:
        async with contextlib.AsyncExitStack() as stack:
            await switch_on(machine)
            stack.push_async_callback(switch_off, machine)
            await work(machine)
