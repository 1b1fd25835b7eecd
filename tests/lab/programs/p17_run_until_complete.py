import asyncio
import functools


async def job(n):
    await asyncio.sleep(n)
    return n


def done(label, task):
    print(label, task.result())


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
task = loop.create_task(job(0.5))
task.add_done_callback(functools.partial(done, "callback"))
print(loop.run_until_complete(task), loop.time())
loop.call_later(1, loop.stop)
loop.call_soon(print, "soon")
loop.call_at(loop.time() + 0.5, print, "at")
loop.run_forever()
print(loop.time(), loop.is_running(), loop.is_closed())
results = loop.run_until_complete(asyncio.gather(job(1), job(2), return_exceptions=True))
print(results, loop.time())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print(loop.is_closed())
try:
    loop.call_soon(print)
except RuntimeError as error:
    print(error)
