"""`except` catches subclasses: `except OSError` catches asyncio's TimeoutError."""

import asyncio


async def connect():
    await asyncio.sleep(9.0)


async def main():
    try:
        async with asyncio.timeout(1.0):
            await connect()
    except OSError as error:
        print("taken for a connection error:", type(error).__name__)
    errors = [KeyError("k"), ZeroDivisionError("z"), ConnectionResetError("c"), RecursionError("r"), asyncio.QueueEmpty()]
    for error in errors:
        for base in [LookupError, ArithmeticError, OSError, RuntimeError, Exception]:
            try:
                raise error
            except base:
                print(base.__name__, "takes", type(error).__name__)
            except BaseException:
                pass
    try:
        asyncio.current_task().cancel()
        await asyncio.sleep(1.0)
    except BaseException as error:
        print("BaseException takes", type(error).__name__, isinstance(error, Exception))
