# fails: calls
from stations import ask


async def report(stations, limit):
    print("Brest 11.5")
