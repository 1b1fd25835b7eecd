import queue
import threading
import time

before = time.monotonic()


def at():
    """The seconds since the last call."""
    global before
    lap, before = time.monotonic() - before, time.monotonic()
    return f"{lap:.1f}"


event = threading.Event()
print(event.wait(1.5), at())
condition = threading.Condition()
with condition:
    print(condition.wait(0.5), condition.wait_for(lambda: False, 0.5), at())
lock = threading.Lock()
with lock:
    print(lock.acquire(timeout=1), lock.acquire(blocking=False), at())
print(threading.Semaphore(0).acquire(timeout=1), at())
for kind in (queue.Queue, queue.SimpleQueue):
    try:
        kind().get(timeout=2)
    except queue.Empty:
        print("empty", at())
full = queue.Queue(1)
full.put("only")
try:
    full.put("more", timeout=0.5)
except queue.Full:
    print("full", at())


def speak(word):
    print(at(), word)


timers = [threading.Timer(seconds, speak, [f"after {seconds}"]) for seconds in (1.5, 0.5, 9)]
for timer in timers:
    timer.start()
print(timers[2].is_alive())
timers[2].cancel()
for timer in timers:
    timer.join()
print(at(), timers[0].is_alive())


def poll(done):
    while not done.wait(timeout=0.4):
        print(at(), "not yet")
    print(at(), "done")


event.clear()
threading.Timer(1, event.set).start()
while not event.wait(0.3):
    print(at(), "waiting")
print(at(), "the event came")
event.set()
poller = threading.Thread(target=poll, args=(event,))
poller.start()
poller.join()
