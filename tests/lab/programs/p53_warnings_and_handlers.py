import asyncio
import sys
import warnings

warnings.simplefilter("always")


async def forgotten():
    pass


def show(message, category, filename, lineno, file=None, line=None):
    print("shown:", category.__name__, str(message).split(" at 0x")[0], filename, lineno)


warnings.showwarning = show


async def main():
    forgotten()
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        warnings.warn("quiet")
        print(len(caught), caught[0].message)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            warnings.warn("loud", RuntimeWarning)
        except RuntimeWarning as error:
            print("raised", error)

    def handler(loop, context):
        print("handler:", context["message"], repr(context.get("exception")))

    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)

    async def fails():
        raise LookupError("lost")

    asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    future = asyncio.get_running_loop().create_future()
    future.set_exception(OSError("never read"))
    del future


sys.excepthook = lambda kind, value, trace: print("hook:", kind.__name__, value)
asyncio.run(main())
raise SystemError("last")
