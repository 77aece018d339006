"""What the torture programs written in Python share: THREADS threads draw operations at random for SECONDS.

    skein stress/py/NAME.py THREADS SECONDS SEED

A program hands run() a function that makes the things under attack and returns the operations on them. The things
are thrown away and made anew every few hundred operations, so that their deaths race with their uses as well.
An operation may raise what `allowed` names; anything else is a failure, as is an operation's false `check`.
"""
import random
import sys
import threading
import time

threads = int(sys.argv[1]) if len(sys.argv) > 1 else 2
seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 1
seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1


def check(true, *what):
    if not true:
        raise AssertionError(*what)


def run(make, allowed=(), batch=300, extra=()):
    """make() -> operations, each called with a random.Random; extra: functions that each run on a thread of their own."""
    end = time.monotonic() + seconds
    box = [make()]
    failures = []
    counts = [0] * threads

    def attack(number):
        rng = random.Random(seed * 1000 + number)
        try:
            while not failures and time.monotonic() < end:
                operations = box[0]
                for _ in range(batch):
                    operation = operations[rng.randrange(len(operations))]
                    try:
                        operation(rng)
                    except allowed:
                        pass
                    counts[number] += 1
                if rng.random() < 0.3:
                    box[0] = make()
        except BaseException as error:
            failures.append((operation, error))
            raise

    workers = [threading.Thread(target=attack, args=(n,)) for n in range(threads)]
    workers += [threading.Thread(target=f, args=(lambda: failures or time.monotonic() >= end,)) for f in extra]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if failures:
        sys.exit(f"seed {seed}: {failures[0][0]} raised {failures[0][1]!r}")
    print(f"{sum(counts)} operations")
