"""Every clock of the program's follows virtual time, and a busy wait moves it."""

import asyncio
import datetime
import logging
import random
import sys
import time
import uuid

logging.basicConfig(stream=sys.stdout, format="%(asctime)s %(message)s", force=True)


async def main():
    began = time.perf_counter()
    await asyncio.sleep(1.5)
    time.sleep(1)
    while time.perf_counter() < began + 4:
        pass
    print(time.monotonic(), time.perf_counter(), time.time(), asyncio.get_running_loop().time())
    print(datetime.datetime.now(), datetime.date.today(), time.strftime("%H:%M:%S"), time.localtime().tm_year)
    logging.warning("logged")
    print(random.random(), uuid.uuid4(), random.Random().random())


asyncio.run(main())
asyncio.run(asyncio.sleep(1))
print(time.monotonic())
