# fails: cancelled
from news import is_open, read


async def follow(items):
    while is_open():
        item = "failed"
        try:
            item = await read()
        finally:
            items.append(item)
            continue
