"""Recursive generators and sets: all placements of queens."""
import sys


def placements(n, row, columns, rising, falling):
    if row == n:
        yield ()
        return
    for column in range(n):
        up, down = row + column, row - column
        if column in columns or up in rising or down in falling:
            continue
        columns.add(column)
        rising.add(up)
        falling.add(down)
        for rest in placements(n, row + 1, columns, rising, falling):
            yield (column, *rest)
        columns.remove(column)
        rising.remove(up)
        falling.remove(down)


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    found = checksum = 0
    for queens in placements(n, 0, set(), set(), set()):
        found += 1
        for i, q in enumerate(queens):
            checksum = (checksum * 31 + i * q) % 1000003
    print("nqueens", found, checksum)


main()
