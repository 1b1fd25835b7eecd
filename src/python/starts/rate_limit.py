import asyncio


class RateLimit:
    def __init__(self, per_second):
        self.gap = 1 / per_second
        self.next = 0.0

    async def wait(self):
        now = asyncio.get_running_loop().time()
        turn = max(now, self.next)
        self.next = turn + self.gap
        await asyncio.sleep(turn - now)


async def send(number, limit, start):
    await limit.wait()
    elapsed = asyncio.get_running_loop().time() - start
    print(f"{elapsed:.2f} s: #{number}")
    await asyncio.sleep(0.9)


async def main():
    limit = RateLimit(per_second=4)
    start = asyncio.get_running_loop().time()
    async with asyncio.TaskGroup() as group:
        for number in range(1, 9):
            group.create_task(send(number, limit, start), name=f"#{number}")


asyncio.run(main())
