"""A line that breaks: the first tries fail."""

import asyncio

SECONDS = 0.25
FAILS = {"news": 2, "mail": 1, "map": 0}  # how many tries fail

tries = {}


async def fetch(page):
    """Fetches a page; raises ConnectionError where the line breaks."""
    await asyncio.sleep(SECONDS)
    tries[page] = tries.get(page, 0) + 1
    if tries[page] <= FAILS[page]:
        raise ConnectionError(f"{page}: try {tries[page]} failed")
    return f"{page}, try {tries[page]}"
