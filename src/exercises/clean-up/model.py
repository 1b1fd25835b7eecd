import asyncio

from workshop import STOP, diary, switch_off, switch_on, work


async def use(machines):
    """Works with the machines, one after the other; each is switched off again, also when the work is cancelled."""
    for machine in machines:
        await switch_on(machine)
        try:
            await work(machine)
        finally:
            await switch_off(machine)


async def main():
    task = asyncio.create_task(use(["lathe", "saw"]), name="use")
    await asyncio.sleep(STOP)
    task.cancel()
    await asyncio.wait([task])
    print(diary)


if __name__ == "__main__":
    asyncio.run(main())
