# fails: cancelled
import contextlib
from news import is_open, read


async def follow(items):
    while is_open():
        item = "failed"
        with contextlib.suppress(BaseException):
            item = await read()
        items.append(item)
