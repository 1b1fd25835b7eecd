# fails: together
# says: At most 1
import asyncio
from sites import check


async def check_all(sites):
    answers, errors = [], []
    for site in sites:
        try:
            answers.append(await check(site))
        except ConnectionError as error:
            errors.append(error)
    if errors:
        raise ExceptionGroup("down", errors)
    return answers
