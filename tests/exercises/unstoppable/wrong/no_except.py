# fails: cancelled
# says: over before
from news import is_open, read


async def follow(items):
    while is_open():
        items.append(await read())
