import asyncio
from mirrors import ask
async def fastest(mirrors):
    winner = asyncio.get_running_loop().create_future()
    def ended(t):
        if not t.cancelled() and not t.exception() and not winner.done():
            winner.set_result(t.result())
    ts = [asyncio.create_task(ask(m)) for m in mirrors]
    for t in ts: t.add_done_callback(ended)
    answer = await winner
    for t in ts: t.cancel()
    await asyncio.gather(*ts, return_exceptions=True)
    return answer
