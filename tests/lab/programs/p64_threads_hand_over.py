"""Threads that hand things to each other: a queue, an event, a thread that joins another, and a worker that waits for both."""
import asyncio
import queue
import threading
import time

began = time.monotonic()


def say(*words):
    print(f"{time.monotonic() - began:.1f}", *words)


def produce(items, count):
    for number in range(count):
        time.sleep(0.5)
        say("puts", number)
        items.put(number)
    items.put(None)


def consume(items, name):
    while (item := items.get()) is not None:
        time.sleep(0.2)
        say(name, "got", item)
        items.task_done()
    items.task_done()
    say(name, "ends")


def signal(event):
    time.sleep(0.65)
    say("sets")
    event.set()


def follow(event, other):
    say("event", event.wait(0.1), event.is_set())
    say("event", event.wait())
    other.join()
    say("joined", other.is_alive())


def threads():
    items, event = queue.Queue(), threading.Event()
    producer = threading.Thread(target=produce, args=(items, 3))
    consumer = threading.Thread(target=consume, args=(items, "thread"))
    producer.start()
    consumer.start()
    setter = threading.Thread(target=signal, args=(event,))
    setter.start()
    follower = threading.Thread(target=follow, args=(event, producer))
    follower.start()
    say("alive", producer.is_alive(), event.is_set(), items.empty())
    for thread in (producer, consumer, setter, follower):
        thread.join()
    say("all joined")
    producer = threading.Thread(target=produce, args=(items, 2))
    producer.start()
    consume(items, "main")
    try:
        items.get(timeout=0.3)
    except queue.Empty:
        say("empty")


async def main():
    items = queue.Queue()
    await asyncio.gather(asyncio.to_thread(produce, items, 2), asyncio.to_thread(consume, items, "worker"))
    say("both")


threads()
asyncio.run(main())
