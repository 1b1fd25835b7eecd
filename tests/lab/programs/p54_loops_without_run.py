import asyncio

for name in ("uvloop", "nest_asyncio", "trio", "numpy"):
    try:
        __import__(name)
        print(name, "is there")
    except ImportError as error:
        print(type(error).__name__, error.name)

try:
    import uvloop
    uvloop.install()
except ImportError:
    uvloop = None


async def main():
    await asyncio.sleep(1)
    return "with the standard loop"


print(asyncio.run(main()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(main()))
try:
    loop.run_until_complete(asyncio.gather(main(), main()))
except RuntimeError as error:
    print(error)
future = asyncio.ensure_future(main(), loop=loop)
print(loop.run_until_complete(future), future.result())
loop.call_later(0.5, loop.stop)
loop.run_forever()
print(loop.time())
loop.close()
try:
    loop.run_until_complete(asyncio.sleep(1))
except RuntimeError as error:
    print(error)
import warnings
warnings.simplefilter("ignore")
print(asyncio.get_event_loop_policy().__class__.__name__)
asyncio.set_event_loop_policy(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
