# %% [markdown]
# A lesson as its notebook has it: definitions, then one question after the other, each in its cell.

# %%
import asyncio
import time

log = []


async def fetch(name, seconds):
    await asyncio.sleep(seconds)
    log.append(name)
    return f"{name} after {seconds} s"


# %% one after the other
start = time.perf_counter()
print(await fetch("users", 1.0))
print(await fetch("orders", 0.5))
print(f"took {time.perf_counter() - start:.1f} s")

# %% together
start = time.perf_counter()
for answer in await asyncio.gather(fetch("users", 1.0), fetch("orders", 0.5)):
    print(answer)
print(f"took {time.perf_counter() - start:.1f} s")

# %% a task goes on while the next cell waits
slow = asyncio.create_task(fetch("report", 1.2), name="report")
print(slow.done(), slow.get_name())

# %%
await asyncio.sleep(1.5)
print(slow.done(), slow.result())


# %% the same name, defined anew
async def fetch(name, seconds):
    async with asyncio.timeout(0.4):
        await asyncio.sleep(seconds)
    return name


try:
    await fetch("stock", 1.0)
except TimeoutError as error:
    print("too slow:", repr(error))
print([name async for name in asyncio.as_completed([])], log)

# %% comprehensions, blocks and errors at the top level
print([await fetch(name, 0.1) for name in ("a", "b")])
async with asyncio.TaskGroup() as group:
    tasks = [group.create_task(fetch(name, 0.2)) for name in "xyz"]
print([task.result() for task in tasks], asyncio.get_running_loop().time())

# %%
await asyncio.gather(fetch("quick", 0.1), fetch("never", 5.0))

# %%
print("a cell after the one that failed does not run")
