# fails: together
# says: At most 1 of 3
from kitchen import cook


async def serve(dishes):
    return [await cook(dish) for dish in dishes]
