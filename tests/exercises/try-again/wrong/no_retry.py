# fails: calls
# says: tried too seldom
import asyncio
from line import fetch


async def fetch_all(pages):
    outcomes = await asyncio.gather(*(fetch(page) for page in pages), return_exceptions=True)
    return ["given up" if isinstance(one, Exception) else one for one in outcomes]
