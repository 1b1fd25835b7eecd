# fails: honest
# says: kitchen.cook
import kitchen


async def cook(dish):
    return f"{dish}, {kitchen.SECONDS[dish]:.1f} s"


kitchen.cook = cook


async def serve(dishes):
    return [await kitchen.cook(dish) for dish in dishes]
