# fails: runs
# says: endless loop
from kitchen import cook


async def serve(dishes):
    while True:
        pass
