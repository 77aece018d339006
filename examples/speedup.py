"""What the examples share: the -j option, threads that do a list of jobs, and the comparison at the end.

The jobs are taken from one iterator by all the threads: next() hands out each of them once.
"""
import os
import sys
import threading
import time


def options(default):
    """(threads, argument) of a command line `[-j THREADS] [NUMBER]`."""
    threads, argument = 0, default
    args = iter(sys.argv[1:])
    for arg in args:
        if arg.startswith("-j"):
            threads = int(arg[2:] or next(args, "0"))
        elif arg.isdigit():
            argument = int(arg)
        else:
            sys.exit(f"usage: {sys.argv[0]} [-j THREADS] [NUMBER]   (NUMBER is {default} unless given)")
    return threads or os.cpu_count() or 1, argument


def each(work, jobs, threads):
    """[work(job) for job in jobs], by that many threads."""
    results = [None] * len(jobs)
    failures = []
    todo = iter(range(len(jobs)))

    def run():
        try:
            for i in todo:
                results[i] = work(jobs[i])
        except BaseException as e:
            failures.append(e)

    running = [threading.Thread(target=run) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    if failures:
        raise failures[0]
    return results


def compare(program, threads):
    """Runs program(1) and program(threads), which must agree, and prints the speed-up; the result."""
    def timed(n):
        started = time.perf_counter()
        result = program(n)
        return result, time.perf_counter() - started

    result, alone = timed(1)
    again, together = timed(threads)
    if again != result:
        sys.exit(f"{threads} threads disagree with one: {again!r} != {result!r}")
    print(f"1 thread {alone:.2f} s, {threads} threads {together:.2f} s: {alone / together:.2f} times as fast")
    return result
