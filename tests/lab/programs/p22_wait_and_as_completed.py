import asyncio


async def job(n):
    await asyncio.sleep(n)
    if n == 0.2:
        raise ValueError(n)
    return n


async def main():
    tasks = [asyncio.create_task(job(n), name=f"j{n}") for n in (0.3, 0.1, 0.2, 0.4)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print([task.get_name() for task in done], sorted(task.get_name() for task in pending))
    done, pending = await asyncio.wait(pending, timeout=0.05)
    print(len(done), len(pending))
    for task in pending:
        task.cancel("enough")
    print([repr(result) for result in await asyncio.gather(*tasks, return_exceptions=True)])
    for next_one in asyncio.as_completed([job(0.2), job(0.1)]):
        try:
            print(await next_one)
        except ValueError as error:
            print("error", error)
    async for task in asyncio.as_completed([asyncio.create_task(job(n), name=f"k{n}") for n in (0.3, 0.1)]):
        print(task.get_name(), await task)
    shielded = asyncio.shield(asyncio.create_task(job(0.1)))
    shielded.cancel()
    try:
        await shielded
    except asyncio.CancelledError:
        print("shield cancelled")
    await asyncio.sleep(0.2)


asyncio.run(main())
