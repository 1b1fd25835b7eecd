import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.DEBUG, format="%(asctime)s %(levelname)-8s %(name)s:%(lineno)d %(threadName)s %(taskName)s %(relativeCreated)d %(message)s")
log = logging.getLogger("shop")


async def worker(n):
    log.info("worker %d begins", n)
    await asyncio.sleep(n * 0.25)
    try:
        1 / (n - 1)
    except ZeroDivisionError:
        log.exception("worker %d", n)
    return n


async def main():
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(worker(n), name=f"w{n}")
    log.warning("done %s", {"a": 1})


asyncio.run(main())
