import asyncio

from library import look_up


async def answer_all(questions):
    """Answers all questions (seconds until it comes, word) in their order; asks the library once for each word."""
    known = {}

    async def answer(seconds, word):
        await asyncio.sleep(seconds)
        if word not in known:
            known[word] = asyncio.create_task(look_up(word))
        return await known[word]

    return list(await asyncio.gather(*(answer(*question) for question in questions)))


if __name__ == "__main__":
    print(asyncio.run(answer_all([(0.0, "tea"), (0.0, "cup"), (0.5, "tea"), (2.0, "tea")])))
