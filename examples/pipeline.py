"""Producers and consumers on queues: numbers are made, factored and collected by different threads.

usage: pipeline.py [-j THREADS] [NUMBERS]
"""
import queue
import threading

from speedup import compare, options

BATCH = 50
END = None


def factors(n):
    found = []
    p = 2
    while p * p <= n:
        while n % p == 0:
            found.append(p)
            n //= p
        p += 1 if p == 2 else 2
    if n > 1:
        found.append(n)
    return found


def producer(start, stop, out):
    for first in range(start, stop, BATCH):
        out.put([1_000_003 + 7919 * i for i in range(first, min(first + BATCH, stop))])


def worker(source, out):
    while (batch := source.get()) is not END:
        out.put([(n, factors(n)) for n in batch])
    out.put(END)


def pipeline(numbers, workers):
    made = queue.Queue(maxsize=20)  # bounded: producers wait for the workers
    done = queue.Queue()
    half = numbers // 2
    producers = [threading.Thread(target=producer, args=(*span, made)) for span in ((0, half), (half, numbers))]
    team = [threading.Thread(target=worker, args=(made, done)) for _ in range(workers)]
    for thread in producers + team:
        thread.start()

    results = {}
    for thread in producers:
        thread.join()
    for _ in team:
        made.put(END)
    ended = 0
    while ended < len(team):
        batch = done.get()
        if batch is END:
            ended += 1
        else:
            results.update(batch)
    for thread in team:
        thread.join()
    return results


def main():
    threads, numbers = options(20000)
    results = compare(lambda threads: pipeline(numbers, threads), threads)
    longest = max(results, key=lambda n: (len(results[n]), n))
    primes = sum(len(f) == 1 for f in results.values())
    print(f"{len(results):,} numbers, {primes:,} of them prime; {longest} = {' x '.join(map(str, results[longest]))}")


main()
