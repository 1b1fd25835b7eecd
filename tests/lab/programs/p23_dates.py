import asyncio
import calendar
import datetime
import time
from datetime import date, timedelta, timezone


async def main():
    print(datetime.datetime.now(), date.today(), datetime.datetime.now(timezone.utc).isoformat())
    await asyncio.sleep(3600.5)
    now = datetime.datetime.now()
    print(now, now + timedelta(days=1), now.strftime("%A %d %B %Y %H:%M:%S.%f"), now.timestamp())
    print(time.strftime("%H:%M:%S"), time.localtime().tm_hour, time.ctime(), time.gmtime(0).tm_year, time.time_ns())
    print(calendar.month(2023, 11).splitlines()[0], datetime.datetime.fromisoformat("2024-02-29").weekday(), datetime.datetime.utcnow())
    print(datetime.datetime.today(), time.asctime(), time.tzname, time.process_time() >= 0)


asyncio.run(main())
