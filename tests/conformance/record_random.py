"""Records random numbers of CPython 3.13's random.Random, for several seeds: `record_random.py draws.txt`.

A line is a seed, a method and its value. `random.rs` calls the same methods in the same order.
"""

import random
import sys

SEEDS = (0, 1, 7, 339, 2026, 2**32 - 1, 2**32, 2**32 + 5, 2**63, 2**64 - 1)


def draws(seed):
    source = random.Random(seed)
    shuffled = list(range(8))
    yield "random", source.random()
    yield "uniform", source.uniform(0.5, 2.0)
    yield "randint", source.randint(1, 6)
    yield "randint wide", source.randint(-5, 10**12)
    yield "choice", source.choice([200, 200, 200, 404, 500])
    yield "choices", source.choices(range(10), k=6)
    yield "weighted", source.choices(range(4), weights=[1.0, 2.0, 0.0, 3.0], k=6)
    source.shuffle(shuffled)
    yield "shuffle", shuffled
    yield "sample few", source.sample(range(30), 3)
    yield "sample some", source.sample(range(30), 7)
    yield "sample pool", source.sample(range(40), 20)
    yield "sample of many", source.sample(range(1000), 5)
    yield "gauss", source.gauss(0.0, 1.0)
    yield "gauss", source.gauss(5.0, 2.0)
    yield "expovariate", source.expovariate(2.0)
    yield "random", source.random()


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit("record_random.py needs CPython 3.13")
    lines = [f"{seed} {name}: {value!r}\n" for seed in SEEDS for name, value in draws(seed)]
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.writelines(lines)


main()
