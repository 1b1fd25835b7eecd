# fails: runs
# says: ConnectionError
import asyncio
from mirrors import ask


async def fastest(mirrors):
    tasks = [asyncio.create_task(ask(mirror), name=mirror) for mirror in mirrors]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    if pending:
        await asyncio.wait(pending)
    return done.pop().result()
