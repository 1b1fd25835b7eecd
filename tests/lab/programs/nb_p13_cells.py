# %%
import asyncio

results = []


async def cook(dish, seconds):
    await asyncio.sleep(seconds)
    results.append(dish)
    return f"{dish} ready"


# %%
print(await cook("soup", 0.5))
tasks = [asyncio.create_task(cook(dish, 0.2)) for dish in ("rice", "fish")]
# %%
await asyncio.sleep(0.3)
print(results, [task.done() for task in tasks])
