# fails: calls
# says: never called
import asyncio
import kitchen

space = {"asyncio": asyncio, "SECONDS": kitchen.SECONDS}
exec(compile('''async def cook(dish):
    await asyncio.sleep(0)
    await asyncio.sleep(max(SECONDS.values()) if dish == "x" else SECONDS[dish])
    return f"{dish}, {SECONDS[dish]:.1f} s"
''', kitchen.__file__, "exec"), space)

async def serve(dishes):
    return await asyncio.gather(*map(space["cook"], dishes))
