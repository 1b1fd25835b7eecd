import queue
import threading
import time

total = 0
lock = threading.Lock()
boxes = queue.Queue()


def add(n):
    global total
    for _ in range(3):
        with lock:
            total += n
        time.sleep(0.01)
    boxes.put((n, total))


threads = [threading.Thread(target=add, args=(n,)) for n in (1, 10, 100)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(total)
while not boxes.empty():
    print(boxes.get())
