# fails: result
# says: The items are
from news import is_open, read


async def follow(items):
    while is_open():
        try:
            items.append(await read())
        except ConnectionError:
            pass
