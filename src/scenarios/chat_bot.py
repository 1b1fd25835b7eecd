"""A bot for three users: one queue, a state for each, and a slow command."""

import asyncio
from random import Random

SCRIPTS = [
    ("Ann", ["tea", "2", "/bill", "cake", "1"]),
    ("Bob", ["soup", "1", "bread", "3", "/bill"]),
    ("Eve", ["cake", "4", "/bill", "tea", "1"]),
]


class Chat:
    """What the bot knows of one user."""

    def __init__(self, user):
        self.user, self.item, self.order = user, None, []
        self.replies, self.early, self.longest = 0, 0, 0.0

    async def answer(self, number, text, written, slow):
        if text == "/bill":
            await asyncio.sleep(slow)
            reply = " + ".join(self.order)
        else:
            reply = self.take(text)
        print(f"{self.user} < {text}: {reply}")
        self.replies += 1
        # An earlier message is still without a reply.
        self.early += number > self.replies
        waited = asyncio.get_running_loop().time() - written
        self.longest = max(self.longest, waited)

    def take(self, text):
        if self.item is None:
            self.item = text
            return "how many?"
        line = f"{text} {self.item}"
        self.item = None
        self.order.append(line)
        return f"{line}, noted"

    def report(self):
        longest = f"{self.longest:.3f} s"
        print(f"{self.user} | {self.replies} | {longest} | {self.early}")


async def serve(chat, line, slow):
    while True:
        try:
            message = await line.get()
        except asyncio.QueueShutDown:
            return
        await chat.answer(*message, slow)


async def run_bot(inbox, handling, slow):
    chats = [Chat(user) for user, _ in SCRIPTS]
    lines, tasks = [], []
    if handling == "user":
        for chat in chats:
            line = asyncio.Queue()
            serving = serve(chat, line, slow)
            name = f"bot-{chat.user}"
            tasks.append(asyncio.create_task(serving, name=name))
            lines.append(line)

    while True:
        try:
            user, message = await inbox.get()
        except asyncio.QueueShutDown:
            break
        chat = chats[user]
        if handling == "worker":
            await chat.answer(*message, slow)
        elif handling == "message":
            answering = chat.answer(*message, slow)
            name = f"{chat.user}-{message[0]}"
            tasks.append(asyncio.create_task(answering, name=name))
        else:
            await lines[user].put(message)

    for line in lines:
        line.shutdown()
    await asyncio.gather(*tasks)
    for chat in chats:
        chat.report()


async def write(user, pauses, inbox):
    name, texts = SCRIPTS[user]
    for number, text in enumerate(texts, start=1):
        await asyncio.sleep(pauses[number - 1])
        print(f"{name} > {text}")
        written = asyncio.get_running_loop().time()
        await inbox.put((user, (number, text, written)))


async def main(handling="user", slow=2.0, pace=1.0, seed=1):
    random = Random(seed)
    inbox = asyncio.Queue()
    working = run_bot(inbox, handling, slow)
    bot = asyncio.create_task(working, name="bot")
    writers = []
    for user, (name, texts) in enumerate(SCRIPTS):
        pauses = [random.uniform(0.1, pace) for _ in texts]
        writing = write(user, pauses, inbox)
        writers.append(asyncio.create_task(writing, name=name))
    await asyncio.gather(*writers)
    inbox.shutdown()
    await bot


if __name__ == "__main__":
    asyncio.run(main())
