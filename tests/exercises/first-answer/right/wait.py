import asyncio
from mirrors import ask


async def fastest(mirrors):
    tasks = [asyncio.create_task(ask(mirror), name=mirror) for mirror in mirrors]

    pending, answer = set(tasks), None
    while answer is None:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if not task.exception():
                answer = task.result()
    for task in pending:
        task.cancel()
    if pending:
        await asyncio.wait(pending)
    return answer
