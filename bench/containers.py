"""Dicts, lists, sets and tuples under churn."""
import sys


def numbers(n, seed):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield seed >> 8


def dicts(n):
    by_number = {}
    by_name = {}
    for x in numbers(n, 1):
        key = x % 5000
        by_number[key] = by_number.get(key, 0) + x
        name = "k%d" % (x % 1000)
        if name in by_name:
            by_name[name].append(x)
        else:
            by_name[name] = [x]
        if x % 7 == 0:
            by_number.pop((x // 7) % 5000, None)
    return len(by_number), sum(by_number.values()) % 1000003, max(len(v) for v in by_name.values())


def lists(n):
    stack = []
    queue = []
    total = 0
    for x in numbers(n, 2):
        stack.append(x)
        if x & 3 == 0 and len(stack) > 2:
            total += stack.pop() - stack.pop()
        if x & 63 == 0:
            queue.insert(len(queue) // 2, x)
    stack.sort()
    stack.reverse()
    queue.sort(key=lambda v: v % 1000)
    return total % 1000003, len(stack), stack[:2], queue[0], [v for v in stack if v % 1001 == 0][:3]


def sets(n):
    a = {x % 3000 for x in numbers(n, 3)}
    b = {x % 4000 for x in numbers(n, 4)}
    hits = 0
    for x in numbers(n, 5):
        pair = (x % 100, x % 3)
        if pair[0] in a and x % 4000 in b:
            hits += pair[1]
    return len(a & b), len(a | b), len(b - a), hits


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 200000
    print("containers", dicts(n), lists(n), sets(n // 2))


main()
