"""Small lists of integers: the most flips any permutation needs until 0 is in front."""
import sys


def fannkuch(n):
    perm = list(range(n))
    count = [0] * n
    checksum = most = 0
    sign = 1
    while True:
        if perm[0]:
            work = perm[:]
            flips = 0
            first = work[0]
            while first:
                work[:first + 1] = work[first::-1]
                flips += 1
                first = work[0]
            if flips > most:
                most = flips
            checksum += sign * flips
        # The next permutation: swap the first two, else also rotate the first i + 1.
        if sign > 0:
            perm[0], perm[1] = perm[1], perm[0]
        else:
            perm[1], perm[2] = perm[2], perm[1]
            i = 2
            while count[i] == i:
                count[i] = 0
                i += 1
                if i == n:
                    return checksum, most
                perm.insert(i, perm.pop(0))
            count[i] += 1
        sign = -sign


print("fannkuch", *fannkuch(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
