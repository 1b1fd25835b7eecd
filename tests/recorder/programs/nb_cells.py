"""A notebook: await at the top level, in one task and one namespace."""

import asyncio

number = 1
await asyncio.sleep(number)
task = asyncio.create_task(asyncio.sleep(1, "done"))
print(await task, number)
try:
    asyncio.run(asyncio.sleep(1))
except RuntimeError as error:
    print(error)
