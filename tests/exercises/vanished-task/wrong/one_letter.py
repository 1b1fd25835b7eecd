# fails: result
import asyncio
from mail import deliver, next_letter


async def sort_mail():
    task = asyncio.ensure_future(next_letter())
    await deliver()
    return [task.result()]
