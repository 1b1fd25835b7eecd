# fails: result
import asyncio
from mirrors import ask


async def fastest(mirrors):
    answers = await asyncio.gather(*(ask(mirror) for mirror in mirrors), return_exceptions=True)
    return next(one for one in answers if isinstance(one, str))
