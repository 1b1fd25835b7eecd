# fails: calls
# says: never called
import asyncio
from mail import deliver, next_letter


async def sort_mail():
    await asyncio.sleep(4)
    return ["a bill", "a card", "a parcel"]
