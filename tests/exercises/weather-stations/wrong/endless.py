# fails: runs
# says: endless loop
from stations import ask


async def report(stations, limit):
    while True:
        pass
