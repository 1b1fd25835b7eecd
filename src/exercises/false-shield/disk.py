"""A disk that must not be left with half a file."""

import asyncio

SECONDS = 1.0  # for each file
STOP = 1.5  # seconds after which the program is cancelled

files = {}


async def write(name):
    """Writes a file: "half" at first, "whole" at the end."""
    files[name] = "half"
    await asyncio.sleep(SECONDS)
    files[name] = "whole"


def on_disk():
    """What is on the disk."""
    return dict(files)
