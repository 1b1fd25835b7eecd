"""A program that sends itself signals: handlers of the loop, of the module signal, and Ctrl+C."""
import asyncio
import os
import signal


async def main():
    loop = asyncio.get_running_loop()
    stop, began = asyncio.Event(), loop.time()
    loop.add_signal_handler(signal.SIGUSR1, lambda word: (print(word), stop.set()), "usr1")
    loop.call_later(0.5, os.kill, os.getpid(), signal.SIGUSR1)
    await stop.wait()
    print(round(loop.time() - began, 1), loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    old = signal.signal(signal.SIGUSR2, lambda number, frame: print("handler", signal.Signals(number).name))
    signal.raise_signal(signal.SIGUSR2)
    os.kill(os.getpid(), 0)
    print(old, signal.getsignal(signal.SIGUSR2) is old)
    try:
        os.kill(999_999, signal.SIGTERM)
    except ProcessLookupError as error:
        print(error)
    loop.call_later(1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", round(loop.time() - began, 1))
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
