import asyncio
import press


async def publish(pages):
    coeur = asyncio.ensure_future(press.heartbeat())
    async with asyncio.TaskGroup() as groupe:
        impressions = [groupe.create_task(asyncio.to_thread(press.print_page, page)) for page in pages]
    coeur.cancel()
    return [impression.result() for impression in impressions]
