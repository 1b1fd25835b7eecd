"""A crawler follows the links of a small site and asks for no page twice."""

import asyncio

LAB = "http://localhost:8080/api/"

# Each page as on the lab server: the seconds until it answers, its links.
SITE = {
    "home": (0.2, ["kitchen", "garden", "cellar"]),
    "kitchen": (0.4, ["garden", "attic"]),
    "garden": (0.3, ["home", "pond"]),
    "pond": (0.3, ["garden", "slow"]),
    "cellar": (0.3, ["kitchen", "old"]),
    "slow": (1.5, ["cellar"]),
    "new": (0.2, ["pond"]),
}
MOVED = {"old": "new"}


class Crawl:
    def __init__(self, session, group, depth, limit):
        self.session, self.group, self.depth = session, group, depth
        self.slots = asyncio.Semaphore(limit)
        self.seen = {"home"}
        self.again = 0

    def is_new(self, page):
        # No await between check and insert: no other task runs in between.
        new = page not in self.seen
        self.seen.add(page)
        self.again += not new
        return new


async def simulated(page):
    if page in MOVED:
        await asyncio.sleep(0.1)
        page = MOVED[page]
    seconds, links = SITE.get(page, (0.1, []))
    await asyncio.sleep(seconds)
    return page, 200 if links else 404, links


async def real(session, page):
    response = await session.get(f"site/{page}")
    body = await response.text()
    links = [part.split('"')[0] for part in body.split('href="')[1:]]
    return last(str(response.url)), response.status, list(map(last, links))


def arrows(links):
    return "-> " + ", ".join(links) if links else "-"


def last(address):
    return address.rsplit("/", 1)[-1]


async def fetch(session, page):
    if session:
        return await real(session, page)
    return await simulated(page)


async def visit(page, depth, crawl):
    async with crawl.slots:
        began = asyncio.get_running_loop().time()
        print(f"{page} | asked | {depth} | {began:.3f} s")
        try:
            found, status, links = await fetch(crawl.session, page)
        except Exception as error:
            print(f"{page} | failed | {depth} | {began:.3f} s | - | {error}")
            return
    took = asyncio.get_running_loop().time() - began
    times = f"{depth} | {began:.3f} s | {took:.3f} s"
    if found != page:
        print(f"{page} | moved | {times} | -> {found}")
        if not crawl.is_new(found):
            return
    print(f"{found} | {status} | {times} | {arrows(links)}")
    if depth == crawl.depth:
        return
    for link in links:
        if crawl.is_new(link):
            task = visit(link, depth + 1, crawl)
            crawl.group.create_task(task, name=link)


async def main(source="simulated", depth=3, limit=2):
    session = None
    if source == "real":
        import aiohttp  # here, since a simulated crawl does without

        session = aiohttp.ClientSession(LAB)
    try:
        async with asyncio.TaskGroup() as group:
            crawl = Crawl(session, group, depth, limit)
            group.create_task(visit("home", 0, crawl), name="home")
    finally:
        if session:
            await session.close()
    return f"pages: {len(crawl.seen)}, links to one again: {crawl.again}"


if __name__ == "__main__":
    asyncio.run(main())
