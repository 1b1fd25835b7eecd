# fails: together
# says: At most 1
import asyncio
from mirrors import ask


async def fastest(mirrors):
    answers = []
    for mirror in mirrors:
        try:
            answers.append(await ask(mirror))
        except ConnectionError:
            pass
    return answers[0]
