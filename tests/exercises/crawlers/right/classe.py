import asyncio
import web


class Robot:
    def __init__(self, premiere):
        self.a_voir, self.vues, self.ouvertes = [premiere], {premiere}, 0
        self.change = asyncio.Condition()

    async def ouvrier(self):
        while True:
            async with self.change:
                await self.change.wait_for(lambda: self.a_voir or not self.ouvertes)
                if not self.a_voir:
                    self.change.notify_all()
                    return
                page = self.a_voir.pop(0)
                self.ouvertes += 1
            liens = await web.links_of(page)
            async with self.change:
                nouvelles = [lien for lien in dict.fromkeys(liens) if lien not in self.vues]
                self.vues.update(nouvelles)
                self.a_voir += nouvelles
                self.ouvertes -= 1
                self.change.notify_all()


async def crawl(first, workers):
    robot = Robot(first)
    await asyncio.gather(*(robot.ouvrier() for _ in range(workers)))
    return list(robot.vues)
