"""Four sources, each read at its own period, until Ctrl+C comes."""

import asyncio
from collections import deque
from random import Random

SOURCES = ["CPU", "memory", "disk", "network"]


class Source:
    """A load in percent, and the window of its last values."""

    def __init__(self, name, size, low, high, seed):
        self.name, self.low, self.high = name, low, high
        self.random = Random(seed)
        self.load = self.random.uniform(30.0, 60.0)
        self.values = deque(maxlen=size)
        self.state, self.reads = "ok", 0

    def read(self):
        """Reads the load once; true if the state has changed."""
        self.reads += 1
        self.load += self.random.uniform(-20.0, 20.0)
        self.load = max(0.0, min(self.load, 100.0))
        self.values.append(self.load)
        mean = 0.0
        for value in self.values:
            mean += value / len(self.values)
        before = self.state
        if mean > self.high:
            self.state = "alert"
        elif mean < self.low:
            self.state = "ok"
        # Between the two limits the state stays as it was.
        figures = f"{self.load:.1f} | {mean:.1f} | {self.low}–{self.high}"
        print(f"{self.name} | {figures} | {self.state}")
        return self.state != before


class Messages:
    """Sends alerts to people, which takes some seconds for each."""

    def __init__(self, sender, seconds):
        self.sender, self.seconds = sender, seconds
        self.queue = asyncio.Queue()

    async def send(self, message):
        await asyncio.sleep(self.seconds)
        print(f"sent: {message}")

    async def tell(self, message):
        if self.sender == "watcher":
            await self.send(message)
        else:
            await self.queue.put(message)

    async def run(self):
        while True:
            try:
                message = await self.queue.get()
            except asyncio.QueueShutDown:
                return
            await self.send(message)


async def read_on(source, period, messages):
    while True:
        if source.read():
            await messages.tell(f"{source.name} {source.state}")
        await asyncio.sleep(period)


async def watch(source, period, messages):
    try:
        await read_on(source, period, messages)
    finally:
        print(f"reads of {source.name}: {source.reads}")


async def main(
    sender="notifier",
    stop=10.0,
    periods=(0.5, 0.7, 1.0, 1.5),
    window=4,
    low=50,
    high=60,
    seconds=1.5,
    seed=133,
):
    # Simulates Ctrl+C, which cancels main.
    loop = asyncio.get_running_loop()
    loop.call_later(stop, asyncio.current_task().cancel)
    messages = Messages(sender, seconds)
    notifier = asyncio.create_task(messages.run(), name="notifier")
    try:
        async with asyncio.TaskGroup() as group:
            for name, period in zip(SOURCES, periods):
                source = Source(name, window, low, high, seed)
                seed += 1
                watching = watch(source, period, messages)
                group.create_task(watching, name=name)
    finally:
        # The alerts in the queue are sent before the end.
        messages.queue.shutdown()
        await notifier


if __name__ == "__main__":
    asyncio.run(main())
