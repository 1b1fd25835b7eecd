# fails: together
# says: At most 1
import asyncio
from archive import save


async def save_all(names):
    report = {}
    for name in names:
        try:
            await save(name)
            report[name] = "saved"
        except OSError as error:
            report[name] = str(error)
    return report
