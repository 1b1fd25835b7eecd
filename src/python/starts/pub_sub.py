import asyncio


class Channel:
    def __init__(self):
        self.inboxes = []

    def subscribe(self):
        inbox = asyncio.Queue()
        self.inboxes.append(inbox)
        return inbox

    def publish(self, message):
        for inbox in self.inboxes:
            inbox.put_nowait(message)


async def listen(name, inbox, seconds):
    while (message := await inbox.get()) is not None:
        await asyncio.sleep(seconds)
        print(f"{name} < {message}")


async def main():
    weather = Channel()
    async with asyncio.TaskGroup() as group:
        for name, seconds in [("Lea", 0.1), ("Tom", 0.5)]:
            listener = listen(name, weather.subscribe(), seconds)
            group.create_task(listener, name=name)
        for message in ["18 °C", "21 °C", "19 °C"]:
            await asyncio.sleep(0.3)
            print(f"> {message}")
            weather.publish(message)
        weather.publish(None)


asyncio.run(main())
