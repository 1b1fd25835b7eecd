"""The same requests, with the same draws, one after the other or all at once."""

import asyncio
from random import Random

URLS = ["/users", "/posts", "/albums", "/photos", "/todos", "/tags", "/news"]
STATUSES = [200, 200, 200, 404, 500]


async def fetch(url, seconds, status):
    await asyncio.sleep(seconds)
    print(f"{url} | {status} | {seconds:.3f} s")
    return f"{url}: {status}"


def start(url, seconds, status):
    return asyncio.create_task(fetch(url, seconds, status), name=url)


async def main(
    strategy="concurrent", requests=5, fastest=0.5, slowest=2.0, seed=8
):
    random = Random(seed)
    draws = []
    for url in URLS[:requests]:
        seconds = random.uniform(fastest, slowest)
        draws.append((url, seconds, random.choice(STATUSES)))

    if strategy == "sequential":
        answers = []
        for draw in draws:
            answers.append(await start(*draw))
        return answers
    return await asyncio.gather(*[start(*draw) for draw in draws])


if __name__ == "__main__":
    asyncio.run(main())
