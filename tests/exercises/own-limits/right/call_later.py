import asyncio
import trip
async def plan(limits):
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(f()) for f in (trip.flight, trip.hotel, trip.car)]
    alarms = [loop.call_later(l, t.cancel) for l, t in zip(limits, tasks)]
    out = []
    for t, a in zip(tasks, alarms):
        try:
            out.append(await t)
        except asyncio.CancelledError:
            out.append("too late")
        a.cancel()
    return out
