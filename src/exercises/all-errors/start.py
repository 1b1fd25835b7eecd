import asyncio

from sites import check


async def check_all(sites):
    """Checks all sites at once, each to its end; returns what is said of them, or raises all errors as one group."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(check(site)) for site in sites]
    return [task.result() for task in tasks]


if __name__ == "__main__":
    print(asyncio.run(check_all(["shop", "blog", "wiki", "mail"])))
