import asyncio


async def clock(loop):
    for n in range(3):
        print("tick", n)
        await asyncio.sleep(1)
    loop.stop()


async def background():
    try:
        while True:
            await asyncio.sleep(0.7)
            print("working", asyncio.get_running_loop().time())
    except asyncio.CancelledError:
        print("background cancelled")
        raise


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
task = loop.create_task(background())
loop.create_task(clock(loop))
try:
    loop.run_forever()
finally:
    print("stopped at", loop.time(), len(asyncio.all_tasks(loop)))
    task.cancel()
    loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
    loop.close()
