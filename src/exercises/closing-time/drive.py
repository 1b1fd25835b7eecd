import asyncio

import door


async def main(program, grace):
    task = asyncio.create_task(program.serve(grace), name="serve")
    await asyncio.sleep(door.CLOSE)
    task.cancel()
    await asyncio.wait([task])
    return door.diary
