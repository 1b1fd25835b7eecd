import asyncio
import random
import time
from datetime import datetime, timedelta, timezone, date


async def sensor(name, generator):
    readings = []
    for _ in range(3):
        await asyncio.sleep(generator.uniform(0.1, 1))
        readings.append(round(generator.gauss(20, 5), 2))
    return name, readings


async def main():
    print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(50), 5))
    own = random.Random(42)
    print(await asyncio.gather(*(sensor(name, own) for name in "xyz")))
    items = list(range(10))
    random.shuffle(items)
    print(items, random.choices(["red", "blue"], [3, 1], k=6), random.getrandbits(16), random.randbytes(4))
    print(datetime.now(), datetime.now(timezone.utc).isoformat(), date.today(), datetime.today())
    print(datetime.fromtimestamp(time.time()) - datetime.now() < timedelta(seconds=1))
    print(time.time(), time.monotonic(), time.perf_counter(), time.time_ns())
    begin = datetime.now()
    await asyncio.sleep(90.25)
    print(datetime.now() - begin, (datetime.now() - begin).total_seconds())
    print(time.localtime().tm_hour, time.gmtime().tm_min, time.strftime("%A %d %B"), time.tzname[0], time.timezone)
    print(datetime.now().astimezone().tzinfo, datetime.now().strftime("%c"))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
