import asyncio

from mirrors import ask


async def fastest(mirrors):
    """Asks all mirrors at once; returns the first answer, and has ended the others before."""
    tasks = [asyncio.create_task(ask(mirror), name=mirror) for mirror in mirrors]
    answer = None
    for task in asyncio.as_completed(tasks):
        try:
            answer = await task
            break
        except ConnectionError:
            pass
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return answer


if __name__ == "__main__":
    print(asyncio.run(fastest(["Oslo", "Rome", "Lima"])))
