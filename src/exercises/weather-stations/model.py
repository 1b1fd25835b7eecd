import asyncio

from stations import ask


def outcome(task):
    if task.cancelled():
        return "too late"
    return "down" if task.exception() else task.result()


async def report(stations, limit):
    tasks = {station: asyncio.create_task(ask(station), name=station) for station in stations}
    _, pending = await asyncio.wait(tasks.values(), timeout=limit)
    for task in pending:
        task.cancel()
    if pending:
        await asyncio.wait(pending)
    return {station: outcome(task) for station, task in tasks.items()}


if __name__ == "__main__":
    print(asyncio.run(report(["Brest", "Lille", "Lyon", "Nice", "Paris"], 2.0)))
