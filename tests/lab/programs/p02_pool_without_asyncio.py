import concurrent.futures
import time


def fetch(n):
    time.sleep(0.3 - n * 0.05)
    if n == 3:
        raise ValueError(f"no {n}")
    return n * n


start = time.perf_counter()
with concurrent.futures.ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(fetch, n) for n in range(6)]
    for n, future in enumerate(futures):
        try:
            print(n, future.result())
        except ValueError as error:
            print(n, "failed:", error)
    print(list(pool.map(lambda n: n + 1, range(4))))
print(f"{time.perf_counter() - start:.2f}")

