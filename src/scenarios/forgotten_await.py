"""Two files to save: the first call is forgotten, awaited, or made a task."""

import asyncio


async def save(name, seconds):
    print(f"saving {name}")
    await asyncio.sleep(seconds)
    print(f"{name} is saved")


async def main(call="forgotten", draft=1.0, report=0.5):
    if call == "forgotten":
        save("draft", draft)
        await save("report", report)
    elif call == "awaited":
        await save("draft", draft)
        await save("report", report)
    else:
        task = asyncio.create_task(save("draft", draft), name="draft")
        await save("report", report)
        await task
    print("all is saved")


if __name__ == "__main__":
    asyncio.run(main())
