"""Real requests, all at once: what the network answers, and when."""

import asyncio

import aiohttp

LAB = "http://localhost:8080/api/"


async def fetch(session, url):
    response = await session.get(url)
    size = 0
    while part := await response.content.readany():
        size += len(part)
    print(f"{url}: {response.status}, {size} bytes")
    return response.status


async def main(
    urls="status/200 delay/1 json bytes/300000?over=0.5",
    repeat=1,
    total=10.0,
    sock_read=10.0,
    limit=5,
    limit_per_host=0,
):
    session = aiohttp.ClientSession(
        LAB,
        timeout=aiohttp.ClientTimeout(total=total, sock_read=sock_read),
        connector=aiohttp.TCPConnector(limit, limit_per_host=limit_per_host),
    )
    tasks = [
        asyncio.create_task(fetch(session, url), name=f"R{number}")
        for number, url in enumerate(urls.split() * repeat, start=1)
    ]
    results = asyncio.gather(*tasks, return_exceptions=True)
    try:
        return await results
    finally:
        await session.close()


if __name__ == "__main__":
    print(asyncio.run(main()))
