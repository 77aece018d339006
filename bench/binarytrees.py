"""Allocation: many short-lived trees beside one long-lived."""
import sys


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def count(node):
    if node.left is None:
        return 1
    return 1 + count(node.left) + count(node.right)


def main():
    deepest = int(sys.argv[1]) if len(sys.argv) > 1 else 13
    print("stretch", count(make(deepest + 1)))
    long_lived = make(deepest)
    for depth in range(4, deepest + 1, 3):
        trees = 1 << (deepest - depth + 4)
        nodes = 0
        for _ in range(trees):
            nodes += count(make(depth))
        print("trees", trees, depth, nodes)
    print("long lived", count(long_lived))


main()
