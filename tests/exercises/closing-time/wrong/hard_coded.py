# fails: calls
# says: Nobody is attended
import asyncio
import door


async def serve(grace):
    door.diary.extend(["red: served", "blue: served"])
    await asyncio.sleep(60)
