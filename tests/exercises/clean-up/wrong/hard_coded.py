# fails: calls
# says: No machine
import asyncio
import workshop


async def use(machines):
    workshop.diary.extend(["lathe on", "lathe done", "lathe off", "saw on", "saw off"])
    await asyncio.sleep(9)
