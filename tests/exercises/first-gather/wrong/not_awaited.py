# fails: calls
# says: never called
from kitchen import cook


async def serve(dishes):
    return [cook(dish) for dish in dishes]
