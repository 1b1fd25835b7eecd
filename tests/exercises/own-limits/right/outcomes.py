import asyncio
from trip import car, flight, hotel


async def plan(limits):
    offices = [flight(), hotel(), car()]
    outcomes = await asyncio.gather(*map(asyncio.wait_for, offices, limits), return_exceptions=True)
    return ["too late" if isinstance(outcome, TimeoutError) else outcome for outcome in outcomes]
