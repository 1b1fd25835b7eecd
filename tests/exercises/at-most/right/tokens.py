import asyncio
import scanner
async def scan_all(rooms, most):
    jetons = asyncio.Queue(most)
    tâches = []
    for pièce in rooms:
        await jetons.put(None)
        t = asyncio.create_task(scanner.scan(pièce))
        t.add_done_callback(lambda _: jetons.get_nowait())
        tâches.append(t)
    return [await t for t in tâches]
