"""Counts primes with a sieve cut into segments, which threads sieve side by side.

usage: primes.py [-j THREADS] [BELOW]
"""
from math import isqrt

from speedup import compare, each, options

SEGMENT = 1 << 17


def small_primes(limit):
    sieve = bytearray([1]) * (limit + 1)
    sieve[:2] = bytes(2)
    for i in range(2, isqrt(limit) + 1):
        if sieve[i]:
            sieve[i * i::i] = bytes(len(range(i * i, limit + 1, i)))
    return [i for i in range(limit + 1) if sieve[i]]


def primes_between(start, stop, small):
    sieve = bytearray([1]) * (stop - start)
    for p in small:
        first = max(p * p, (start + p - 1) // p * p)
        if first < stop:
            sieve[first - start::p] = bytes(len(range(first, stop, p)))
    return sieve.count(1) - sum(sieve[:max(0, 2 - start)])


def main():
    threads, below = options(20_000_000)
    small = small_primes(isqrt(below))
    segments = [(a, min(a + SEGMENT, below)) for a in range(0, below, SEGMENT)]

    def count(threads):
        return sum(each(lambda segment: primes_between(*segment, small), segments, threads))

    print(f"{compare(count, threads):,} primes below {below:,}")


main()
