"""A race: transfers between accounts that threads make at once, first without a lock, then with one lock an account.

usage: bank.py [-j THREADS] [TRANSFERS]

`balance += amount` reads, adds and writes; without a lock two threads may both read the old balance, and money appears or
vanishes. One lock for the whole bank would be right too, but nobody could then do anything at the same time.
"""
import threading

from speedup import compare, each, options

ACCOUNTS = 50
START = 1000


class Account:
    def __init__(self):
        self.balance = START
        self.lock = threading.Lock()


def careless(source, target, amount):
    source.balance -= amount
    target.balance += amount


def careful(source, target, amount):
    # Locked in one order everywhere, or two opposite transfers could wait for each other forever.
    first, second = (source, target) if id(source) < id(target) else (target, source)
    with first.lock, second.lock:
        source.balance -= amount
        target.balance += amount


def transfers(seed, n, transfer, accounts):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        source = seed >> 8 & 0xFF
        target = seed >> 16 & 0xFF
        if source % ACCOUNTS != target % ACCOUNTS:
            transfer(accounts[source % ACCOUNTS], accounts[target % ACCOUNTS], seed % 7)


def total_after(transfer, threads, jobs, n):
    accounts = [Account() for _ in range(ACCOUNTS)]
    each(lambda seed: transfers(seed, n // jobs, transfer, accounts), range(1, jobs + 1), threads)
    return sum(a.balance for a in accounts)


def main():
    threads, n = options(400_000)
    jobs = threads * 4
    right = ACCOUNTS * START
    total = total_after(careless, threads, jobs, n)
    print(f"without locks: {total:,}, {'right by luck' if total == right else f'{total - right:+,}'}")
    total = compare(lambda threads: total_after(careful, threads, jobs, n), threads)
    print(f"with locks:    {total:,}, {'right' if total == right else 'WRONG'}")


main()
