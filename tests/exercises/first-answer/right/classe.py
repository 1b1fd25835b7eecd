import asyncio
import mirrors as miroirs


class Trouve(Exception):
    pass


class Course:
    gagnant = None

    async def courir(self, miroir):
        try:
            reponse = await miroirs.ask(miroir)
        except ConnectionError:
            return
        if self.gagnant is None:
            self.gagnant = reponse
            raise Trouve


async def fastest(mirrors):
    course = Course()
    try:
        async with asyncio.TaskGroup() as groupe:
            for miroir in mirrors:
                groupe.create_task(course.courir(miroir))
    except* Trouve:
        pass
    return course.gagnant
