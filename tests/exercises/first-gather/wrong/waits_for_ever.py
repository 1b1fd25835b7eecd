# fails: runs
# says: that nobody will ever do
import asyncio


async def serve(dishes):
    await asyncio.Event().wait()
