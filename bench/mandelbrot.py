"""Loops over local floats: how long points of the plane take to escape."""
import sys


def escape(cr, ci, limit):
    zr = zi = 0.0
    for i in range(limit):
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            return i
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return limit


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    total = inside = 0
    for y in range(n):
        ci = 2.0 * y / n - 1.0
        for x in range(n):
            steps = escape(3.0 * x / n - 2.0, ci, 100)
            total += steps
            inside += steps == 100
    print("mandelbrot", inside, total)


main()
