"""One answer made of four back ends, even if some of them fail."""

import asyncio
from random import Random
from typing import NamedTuple

DOWN_FROM = 0.5  # the time from which the reviews are down
NAMES = ["profile", "orders", "stock", "reviews"]


class Limits(NamedTuple):
    timeout: float
    retries: int
    back_off: float
    threshold: int
    rest: float
    breaker: bool
    chance: float


class Breaker:
    """A closed one lets calls pass; an open one refuses them for a while."""

    def __init__(self, name, limits):
        self.name, self.limits = name, limits
        self.failures, self.opened = 0, None

    def lets_pass(self):
        if self.opened is None:
            return True
        if now() < self.opened + self.limits.rest:
            return False
        print(f"{self.name}: circuit half-open, one call may try")
        return True

    def note_success(self):
        self.failures = 0
        if self.opened is not None:
            self.opened = None
            print(f"{self.name}: circuit closed")

    def note_failure(self):
        self.failures += 1
        if self.limits.breaker and self.failures >= self.limits.threshold:
            self.opened = now()
            print(f"{self.name}: circuit open")


class BackEnd:
    def __init__(self, name, down, limits, seed):
        self.name, self.down, self.limits = name, down, limits
        self.breaker = Breaker(name, limits)
        self.random = Random(seed)
        self.last = f"{name}: nothing"

    async def ask(self, number):
        seconds = self.random.uniform(0.1, 0.4)
        fails = self.random.random() < self.limits.chance
        if DOWN_FROM <= now() < DOWN_FROM + self.down:
            seconds = 60.0  # It accepts the call and never answers.
        await asyncio.sleep(seconds)
        if fails:
            raise ConnectionError(f"{self.name} hung up")
        self.last = f"{self.name} {number}"

    async def call(self, number):
        came_to = "spared"
        for attempt in range(self.limits.retries + 1):
            if not self.breaker.lets_pass():
                break
            if attempt > 0:
                longest = self.limits.back_off * 2 ** (attempt - 1)
                await asyncio.sleep(self.random.uniform(0.0, longest))
            try:
                await asyncio.wait_for(self.ask(number), self.limits.timeout)
            except TimeoutError:
                came_to = "timeout"
            except ConnectionError:
                came_to = "error"
            else:
                self.breaker.note_success()
                return "retried" if attempt > 0 else "fresh"
            print(f"try {attempt + 1}: {came_to}")
            self.breaker.note_failure()
        return came_to


def now():
    return asyncio.get_running_loop().time()


async def answer(number, back_ends):
    began = now()
    calls = []
    for back_end in back_ends:
        name = f"R{number}-{back_end.name}"
        calls.append(asyncio.create_task(back_end.call(number), name=name))
    came_to = await asyncio.gather(*calls)
    parts, fresh = [], 0
    for back_end, how in zip(back_ends, came_to):
        is_fresh = how in ("fresh", "retried")
        fresh += is_fresh
        parts.append(back_end.last if is_fresh else f"({back_end.last})")
    took = f"{now() - began:.3f} s"
    print(f"R{number} | {' | '.join(came_to)} | {took} | {25 * fresh}%")
    return ", ".join(parts)


async def main(
    breaker=True,
    requests=6,
    timeout=0.5,
    retries=2,
    back_off=0.3,
    threshold=3,
    rest=1.0,
    down=4.5,
    chance=0.1,
    seed=8,
):
    limits = Limits(
        timeout, retries, back_off, threshold, rest, breaker, chance
    )
    back_ends = []
    for place, name in enumerate(NAMES):
        its_down = down if name == "reviews" else 0.0
        back_ends.append(BackEnd(name, its_down, limits, 4 * seed + place))
    answers = []
    for number in range(1, requests + 1):
        if number > 1:
            await asyncio.sleep(0.5)
        answers.append(await answer(number, back_ends))
    return answers


if __name__ == "__main__":
    asyncio.run(main())
