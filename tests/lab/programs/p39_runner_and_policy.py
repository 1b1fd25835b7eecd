import asyncio
import signal
import sys


async def job(n):
    await asyncio.sleep(n)
    return asyncio.current_task().get_name(), asyncio.get_running_loop().time()


with asyncio.Runner() as runner:
    print(runner.run(job(1)), runner.run(job(2)))
    print(runner.get_loop().is_running())
print(asyncio.run(job(0.5)))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
if sys.platform.startswith("win"):
    asyncio.set_event_loop_policy(asyncio.WindowsSelectorEventLoopPolicy())


async def with_signals():
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, loop.stop)
    await asyncio.sleep(0.1)
    print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT))


asyncio.run(with_signals())
try:
    asyncio.run("no coroutine")
except (ValueError, TypeError) as error:
    print(type(error).__name__, error)


async def interrupted():
    try:
        await asyncio.sleep(1)
        raise KeyboardInterrupt
    finally:
        print("cleaning")


try:
    asyncio.run(interrupted())
except KeyboardInterrupt:
    print("interrupted")
