# fails: honest
# says: sys.modules
import sys
import types
import asyncio
import kitchen

fake = types.ModuleType("kitchen")
async def cook(dish):
    return f"{dish}, {kitchen.SECONDS[dish]:.1f} s"
fake.cook = cook
sys.modules["kitchen"] = fake

async def serve(dishes):
    from kitchen import cook
    return [await cook(d) for d in dishes]
