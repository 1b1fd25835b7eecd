# fails: not_blocked
import asyncio
from press import heartbeat, print_page


async def publish(pages):
    heart = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    answers = []
    for page in pages:
        answer = print_page(page)
        answers.append(await asyncio.to_thread(lambda: answer))
    heart.cancel()
    return answers
