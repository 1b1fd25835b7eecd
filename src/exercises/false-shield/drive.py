import asyncio

import disk


async def main(program, names):
    task = asyncio.create_task(program.save(names), name="save")
    await asyncio.sleep(disk.STOP)
    task.cancel()
    await asyncio.wait([task])
    return disk.on_disk()
