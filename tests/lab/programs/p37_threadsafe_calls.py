import asyncio
import threading
import time


async def double(n):
    await asyncio.sleep(0.1)
    return 2 * n


def worker(loop, n):
    time.sleep(0.2)
    loop.call_soon_threadsafe(print, "from a worker", n)
    return asyncio.run_coroutine_threadsafe(double(n), loop)


async def main():
    loop = asyncio.get_running_loop()
    future = await asyncio.to_thread(worker, loop, 4)
    print(await asyncio.wrap_future(future))
    event = asyncio.Event()
    await asyncio.gather(asyncio.to_thread(lambda: loop.call_soon_threadsafe(event.set)), event.wait())
    print("set", threading.current_thread() is threading.main_thread())
    results = await asyncio.gather(*(asyncio.to_thread(time.sleep, n / 10) for n in range(3)), return_exceptions=True)
    print(results, round(loop.time(), 3))


asyncio.run(main())
