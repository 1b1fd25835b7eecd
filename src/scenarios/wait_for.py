"""Two calls, each under a limit: one answers in time, one is cancelled."""

import asyncio


async def call(name, seconds, cleanup):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        await asyncio.sleep(cleanup)
        raise
    return f"{name} answered"


async def ask(name, seconds, limit, cleanup):
    task = asyncio.create_task(call(name, seconds, cleanup), name=name)
    try:
        answer = await asyncio.wait_for(task, limit)
    except TimeoutError:
        answer = f"{name}: TimeoutError"
    print(answer)
    return answer


async def main(quick=1.0, quick_limit=2.0, slow=3.0, slow_limit=1.0, cleanup=0.0):
    return [
        await ask("quick", quick, quick_limit, cleanup),
        await ask("slow", slow, slow_limit, cleanup),
    ]


if __name__ == "__main__":
    asyncio.run(main())
