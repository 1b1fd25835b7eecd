# fails: honest
# says: office.stamp
import office


async def stamp(item):
    return f"{item} stamped"


office.stamp = stamp


async def process(items):
    return [await office.stamp(item) for item in items]
