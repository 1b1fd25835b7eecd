"""Three downloads, one after the other; each holds the thread while it waits."""

import asyncio
import time


def download(name, seconds):
    time.sleep(seconds)
    print(f"{name} done")
    return f"{name} done"


async def main(first=2.0, second=1.0, third=1.5):
    return [
        download("D1", first),
        download("D2", second),
        download("D3", third),
    ]


if __name__ == "__main__":
    asyncio.run(main())
