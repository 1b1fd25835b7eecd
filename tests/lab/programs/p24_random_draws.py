import asyncio
import random
import secrets


async def roll(name):
    for _ in range(2):
        await asyncio.sleep(random.random())
        print(name, random.randint(1, 6), random.choice("abc"))


async def main():
    await asyncio.gather(*map(roll, ["x", "y", "z"]))
    random.seed(3)
    deck = list(range(6))
    random.shuffle(deck)
    print(deck, random.sample(deck, 3), random.gauss(0, 1), random.Random(1).random(), random.choices("ab", k=4))
    print(len(secrets.token_hex(4)))


asyncio.run(main())
