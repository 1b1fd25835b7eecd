import asyncio

import news


async def main(program, items):
    task = asyncio.create_task(program.follow(items), name="follow")
    await asyncio.sleep(news.STOP)
    task.cancel()
    await asyncio.wait([task])
    return items
