import asyncio
import re
from collections import Counter

LINES = """2024-01-01 12:00:01 INFO user=ida action=login
2024-01-01 12:00:05 WARN user=ole action=retry n=3
2024-01-01 12:01:00 INFO user=ida action=logout""".splitlines()
PATTERN = re.compile(r"(?P<day>\S+) (?P<time>[\d:]+) (?P<level>[A-Z]+) (?P<rest>.*)")


async def read():
    for line in LINES:
        await asyncio.sleep(0.1)
        yield line


async def main():
    levels = Counter()
    async for line in read():
        match = PATTERN.fullmatch(line)
        levels[match["level"]] += 1
        pairs = dict(re.findall(r"(\w+)=(\w+)", match["rest"]))
        print(match.groupdict()["time"], pairs, re.sub(r"\d", "#", line[:10]))
    print(levels.most_common(), re.split(r"[,;]\s*", "a, b;c"), match)


asyncio.run(main())
