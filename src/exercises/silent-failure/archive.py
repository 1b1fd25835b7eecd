"""An archive that keeps files, if its disks allow."""

import asyncio

SECONDS = {"letter": 1.0, "photo": 2.0, "film": 3.0}
BROKEN = {"photo": "disk full"}


async def save(name):
    """Keeps a file; raises OSError where the disk refuses."""
    await asyncio.sleep(SECONDS[name])
    if name in BROKEN:
        raise OSError(BROKEN[name])
