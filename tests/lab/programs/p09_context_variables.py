import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")


async def show(where):
    await asyncio.sleep(0.1)
    print(where, user.get())


async def request(name):
    token = user.set(name)
    await show(f"in {name}")
    child = asyncio.create_task(show("child"))
    user.reset(token)
    await child
    await show("after")


async def main():
    await asyncio.gather(request("ida"), request("ole"))
    context = contextvars.copy_context()
    context.run(user.set, "eva")
    print(user.get(), context[user])
    await asyncio.create_task(show("given"), context=context)
    print(await asyncio.to_thread(user.get))


asyncio.run(main())
