import asyncio


async def load(name, seconds):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(f"{name}: cancelled")
        raise
    if name == "maps":
        raise ConnectionError(name)
    print(f"{name}: ok")
    return name.upper()


async def main():
    async with asyncio.TaskGroup() as group:
        users = group.create_task(load("users", 0.5), name="users")
        posts = group.create_task(load("posts", 0.8), name="posts")
    print(users.result(), posts.result())

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(load("news", 0.3), name="news")
            group.create_task(load("maps", 0.6), name="maps")
            group.create_task(load("mail", 1.2), name="mail")
    except* ConnectionError as group_error:
        for error in group_error.exceptions:
            print(f"{type(error).__name__}: {error}")


asyncio.run(main())
