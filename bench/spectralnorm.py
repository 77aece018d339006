"""Comprehensions and float arithmetic: the largest singular value of an infinite matrix, approximated."""
import sys
from math import sqrt


def element(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v):
    size = range(len(v))
    return [sum(element(i, j) * v[j] for j in size) for i in size]


def times_transposed(v):
    size = range(len(v))
    return [sum(element(j, i) * v[j] for j in size) for i in size]


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 130
    u = [1.0] * n
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    uv = sum(a * b for a, b in zip(u, v))
    vv = sum(b * b for b in v)
    print(f"spectralnorm {sqrt(uv / vv):.9f}")


main()
