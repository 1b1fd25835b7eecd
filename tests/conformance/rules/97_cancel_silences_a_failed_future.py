"""`cancel()` of a failed future or shield counts as retrieving its exception; `cancel()` of a
failed gather does not."""

import asyncio

# collects


def failed(message):
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError(message))
    return future


async def main():
    quiet = failed("quiet")
    loud = failed("loud")
    print(quiet.cancel(), quiet.cancelled(), quiet.done())
    del quiet
    print("quiet is let go")
    del loud
    print("loud is let go")
    await asyncio.sleep(1.0)
    shielded = asyncio.shield(failed("shielded"))
    unasked = asyncio.shield(failed("unasked"))
    gathered = asyncio.gather(failed("gathered"))
    await asyncio.sleep(1.0)
    print(shielded.cancel(), gathered.cancel(), unasked.done())
    del shielded
    print("the shield is let go")
    del unasked
    print("the other shield is let go")
    del gathered
    print("the gather is let go")
