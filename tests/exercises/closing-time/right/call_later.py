import asyncio
from door import next_client, attend
async def serve(grace):
    running = set()
    try:
        while True:
            t = asyncio.create_task(attend(await next_client()))
            running.add(t)
            t.add_done_callback(running.discard)
    finally:
        loop = asyncio.get_running_loop()
        handles = [loop.call_later(grace, t.cancel) for t in running]
        await asyncio.gather(*running, return_exceptions=True)
        for h in handles:
            h.cancel()
