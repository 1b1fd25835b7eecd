"""Threads beside timers: who goes on first when both are due at one time."""

import asyncio, threading, time, contextvars
user = contextvars.ContextVar("user", default="?")
def blocking(n):
    time.sleep(n); print(f"{time.monotonic():.2f} blocking {n} {user.get()} {threading.current_thread().name.rsplit('_', 1)[0]}")
    if n == 0.3: raise LookupError(n)
    return n
async def ticker():
    try:
        while True:
            await asyncio.sleep(0.25); print(f"{time.monotonic():.2f} tick")
    except asyncio.CancelledError:
        print("ticker stops"); raise
async def one(u, n):
    user.set(u)
    r = await asyncio.to_thread(blocking, n)
    return u, r, user.get()
async def main():
    t = asyncio.create_task(ticker())
    print(await asyncio.gather(one("ann", 0.5), one("bob", 0.2), one("cy", 0.3), return_exceptions=True))
    loop = asyncio.get_running_loop()
    def from_thread():
        time.sleep(0.1)
        loop.call_soon_threadsafe(print, "threadsafe")
        f = asyncio.run_coroutine_threadsafe(asyncio.sleep(0.1, "coro"), loop)
        return "sent"
    print(await loop.run_in_executor(None, from_thread))
    await asyncio.sleep(0.3)
    t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    big = [asyncio.to_thread(blocking, 0.01 * n) for n in range(5)]
    print(await asyncio.gather(*big))
    lock = asyncio.Lock()
    async def guarded(n):
        async with lock:
            return await asyncio.to_thread(blocking, 0.1)
    print(await asyncio.gather(*(guarded(n) for n in range(3))), f"{time.monotonic():.2f}")
    try:
        async with asyncio.timeout(0.05):
            await asyncio.to_thread(blocking, 0.2)
    except TimeoutError:
        print(f"{time.monotonic():.2f} gave up")
asyncio.run(main())
print(f"{time.monotonic():.2f} end")
