"""The jobs of a server; each takes its time."""

import asyncio

SECONDS = {
    "Analyse": 2.5, "Backup": 2.0, "Report": 1.5, "Cleanup": 1.0,
    "Stats": 1.8, "OptimDB": 3.0, "Alert": 0.8, "Archive": 2.2,
}


async def run(job):
    """Runs a job to its end."""
    await asyncio.sleep(SECONDS[job])
    return f"{job} done"
