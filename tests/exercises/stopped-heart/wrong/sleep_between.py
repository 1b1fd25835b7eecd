# fails: not_blocked
import asyncio
from press import heartbeat, print_page


async def publish(pages):
    heart = asyncio.create_task(heartbeat())
    try:
        answers = []
        for page in pages:
            await asyncio.sleep(0.25)
            answers.append(print_page(page))
        return answers
    finally:
        heart.cancel()
