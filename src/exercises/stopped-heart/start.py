import asyncio

from press import heartbeat, print_page


async def publish(pages):
    """Prints the pages while the heart beats; returns what the press says, in their order."""
    heart = asyncio.create_task(heartbeat())
    try:
        return [print_page(page) for page in pages]
    finally:
        heart.cancel()


if __name__ == "__main__":
    print(asyncio.run(publish(["cover", "letter", "index"])))
