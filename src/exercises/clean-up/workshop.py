"""Machines that must be switched off again, whatever happens."""

import asyncio

SECONDS = {"lathe": 1.0, "saw": 2.0}
STOP = 2.25  # seconds after which the program is cancelled

diary = []


async def switch_on(machine):
    """Switches a machine on."""
    diary.append(f"{machine} on")
    await asyncio.sleep(0.25)


async def work(machine):
    """Works with a machine; returns when the piece is done."""
    await asyncio.sleep(SECONDS[machine])
    diary.append(f"{machine} done")


async def switch_off(machine):
    """Switches a machine off; this takes a moment."""
    await asyncio.sleep(0.25)
    diary.append(f"{machine} off")
