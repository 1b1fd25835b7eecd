"""A shop's door: clients come one after the other, and each is attended for a while."""

import asyncio

CLIENTS = [(0.5, "red"), (0.5, "blue"), (1.0, "green"), (1.0, "white")]
SECONDS = {"red": 1.0, "blue": 2.5, "green": 4.5, "white": 1.0}
CLOSE = 2.75  # seconds after which the server is cancelled

clients = None
diary = []


async def next_client():
    """Waits for the next client."""
    global clients
    clients = iter(CLIENTS) if clients is None else clients
    seconds, client = next(clients, (1000.0, "nobody"))
    await asyncio.sleep(seconds)
    return client


async def attend(client):
    """Attends a client; writes down how it ends."""
    try:
        await asyncio.sleep(SECONDS[client])
    except asyncio.CancelledError:
        diary.append(f"{client}: sent away")
        raise
    diary.append(f"{client}: served")
