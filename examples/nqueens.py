"""Counts the ways to place N queens: threads share out the placements of the first two rows.

usage: nqueens.py [-j THREADS] [N]
"""
from speedup import compare, each, options


def count(n, columns, rising, falling):
    """Solutions below rows that attack these fields of the next row; bits stand for columns."""
    full = (1 << n) - 1
    if columns == full:
        return 1
    found = 0
    free = full & ~(columns | rising | falling)
    while free:
        queen = free & -free
        free ^= queen
        found += count(n, columns | queen, (rising | queen) << 1, (falling | queen) >> 1)
    return found


def openings(n):
    for first in range(n):
        for second in range(n):
            if abs(first - second) > 1:
                a, b = 1 << first, 1 << second
                yield n, a | b, (a << 1 | b) << 1, (a >> 1 | b) >> 1


def main():
    threads, n = options(13)
    jobs = list(openings(n)) if n > 1 else [(n, 0, 0, 0)]
    solutions = compare(lambda threads: sum(each(lambda job: count(*job), jobs, threads)), threads)
    print(f"{solutions:,} ways to place {n} queens")


main()
