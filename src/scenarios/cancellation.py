"""Three workers are asked to stop: one does, one tidies up, one refuses."""

import asyncio


async def obey(seconds):
    await asyncio.sleep(seconds)
    return "finished"


async def tidy_up(seconds, cleanup):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("tidying up")
        await asyncio.sleep(cleanup)
        raise
    return "finished"


async def refuse(seconds, more):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print("not yet")
        await asyncio.sleep(more)
    return "finished"


async def main(work=4.0, patience=1.0, cleanup=0.5, more=2.0):
    workers = [
        asyncio.create_task(obey(work), name="obedient"),
        asyncio.create_task(tidy_up(work, cleanup), name="tidy"),
        asyncio.create_task(refuse(work, more), name="stubborn"),
    ]
    await asyncio.sleep(patience)
    for worker in workers:
        worker.cancel()
    print("all three asked to stop")
    return await asyncio.gather(*workers, return_exceptions=True)


if __name__ == "__main__":
    asyncio.run(main())
