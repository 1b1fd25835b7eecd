import asyncio


async def main():
    await asyncio.sleep(1)
    return 42


print(await main())
try:
    asyncio.run(main())
except RuntimeError as error:
    print(error)
async with asyncio.timeout(1):
    await asyncio.sleep(0.5)
print(asyncio.current_task().get_name(), asyncio.get_running_loop().time())
raise SystemError("end")
