import asyncio

import workshop


async def main(program, machines):
    task = asyncio.create_task(program.use(machines), name="use")
    await asyncio.sleep(workshop.STOP)
    task.cancel()
    await asyncio.wait([task])
    return workshop.diary
