# fails: form
# says: async def serve
import asyncio
from kitchen import cook


def serve(dishes):
    return [f"{dish}" for dish in dishes]
